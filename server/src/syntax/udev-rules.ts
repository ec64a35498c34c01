/** Rules of udev: the programs that `RUN`, `PROGRAM` and `IMPORT{program}` start, udev(7). */
import type { Carried } from './carried.ts';
import type { Fragment } from './fragment.ts';
import { joined, logicalLine, onOneLine } from './logical-line.ts';

const programKey = /(?:^|[,\s])(?:RUN(?:\{program\})?|PROGRAM|IMPORT\{program\})[ \t]*(?:\+=|:=|==|=)[ \t]*"([^"]*)"/g;

export function udevParts(source: Fragment): Carried[] {
  const { text } = source;
  const parts: Carried[] = [];
  for (let at = 0; at < text.length; ) {
    const line = logicalLine(text, at);
    const rule = joined(source, line, line.start, { encode: onOneLine });
    if (!/^[ \t]*#/.test(rule.text)) parts.push(...programsOf(rule));
    at = line.next;
  }
  return parts;
}

/** udev splits a value at blanks and knows single quotes, as a shell does. */
function programsOf(rule: Fragment): Carried[] {
  return [...rule.text.matchAll(programKey)].map(({ 0: whole, 1: command, index }) => {
    const start = index + whole.length - 1 - command!.length;
    const program: Fragment = {
      text: command!,
      startOf: offset => rule.startOf(start + offset),
      endOf: offset => rule.endOf(start + offset),
      write: (written, at) => (written.includes('"') ? undefined : rule.write(written, start + at)),
    };
    return { kind: 'script', source: program, single: true };
  });
}
