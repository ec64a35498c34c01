/** Rules of sudo, sudoers(5): the programs that they let a user run. */
import type { Carried } from './carried.ts';
import { type Fragment, slice } from './fragment.ts';
import { literal, makeWord } from './word.ts';

/** `USER HOST = (AS) TAG: `, behind which the commands stand; an alias is `Cmnd_Alias NAME = `. */
const specification = /^[ \t]*(?!#|Defaults|User_Alias|Runas_Alias|Host_Alias)[^=\n]+=/;
const command = /(?:^|,)[ \t]*(?:\([^)]*\)[ \t]*)?(?:[A-Z_]+:[ \t]*)*!?(\/[^\s,\\]+)/g;

export function sudoersParts(source: Fragment): Carried[] {
  const parts: Carried[] = [];
  // A line that ends in a backslash goes on: commands never reach over its end.
  for (const { 0: line, index } of source.text.matchAll(/(?:\\\r?\n|[^\n])+/g)) {
    const start = specification.exec(line)?.[0].length;
    if (start === undefined) continue;
    const commands = line.slice(start).replace(/\\\r?\n/g, ends => ' '.repeat(ends.length));
    for (const { 0: whole, 1: path, index: at } of commands.matchAll(command)) {
      const from = index + start + at + whole.length - path!.length;
      const inside = slice(source, { start: from, end: from + path!.length });
      parts.push({
        kind: 'path',
        device: { list: parts, index: parts.length },
        path: makeWord(inside, { start: 0, end: path!.length }, [literal(0, path!, 'none')]),
      });
    }
  }
  return parts;
}
