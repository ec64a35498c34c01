/** Rules of udev(7): the programs that `RUN`, `PROGRAM` and `IMPORT{program}` start, and units that devices want. */

import { Decoder, type Fragment } from '../../text/fragment.ts';
import { joined, logicalLine, onOneLine } from '../../text/logical-line.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const udev = defineLanguage({
  name: 'udev',
  files: [
    {
      pattern: /(?:^|\/)(?:rules\.d\/[^/]+|\d\d-[^/]+)\.rules$/,
      names: ['rules.d/agent.rules', '99-agent.rules'],
      why: 'rules of udev by their name',
    },
  ],
  parts: udevParts,
  comments: lineComments({ before: /^[ \t]*$/, lines: {} }),
  example: 'ACTION=="add", RUN+="/usr/bin/mender commit"\n',
});

const programKey = /(?:^|[,\s])(?:RUN(?:\{program\})?|PROGRAM|IMPORT\{program\})[ \t]*(?:\+=|:=|==|=)[ \t]*"([^"]*)"/g;

function udevParts(source: Fragment): Embedded[] {
  const { text } = source;
  const parts: Embedded[] = [];
  for (let at = 0; at < text.length; ) {
    const line = logicalLine(text, at);
    const rule = joined(source, line, line.start, { encode: onOneLine });
    if (!/^[ \t]*#/.test(rule.text)) parts.push(...programsOf(rule), ...unitsWanted(rule));
    at = line.next;
  }
  return parts;
}

/** udev splits a value at blanks and knows single quotes, as a shell does. */
function programsOf(rule: Fragment): Embedded[] {
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

/** systemd.device(5): units that are started with the device. */
const wanted = /(?:^|[,\s])ENV\{SYSTEMD_WANTS\}[ \t]*(?:\+=|:=|=)[ \t]*"([^"]*)"/g;

function unitsWanted(rule: Fragment): Embedded[] {
  return [...rule.text.matchAll(wanted)].map(({ 0: whole, 1: units, index }) => {
    const start = index + whole.length - 1 - units!.length;
    const nowhere = { start, end: start };
    const end = start + units!.length;
    const decoder = new Decoder();
    decoder.decode('[Unit]\nWants=', nowhere);
    decoder.copy(units!, start);
    decoder.decode('\n', { start: end, end });
    const source = decoder.finish(rule, { start, end }, text => (/^[\w@. -]*$/.test(text) ? text : undefined));
    return { kind: 'file', path: 'rule.service', source, part: true };
  });
}
