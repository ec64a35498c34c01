/**
 * Makefiles, Buildroot's packages among them: the lines of recipes, each run by a shell of its own. What make expands
 * is covered, but for what may run the rest of the line; knows nothing of targets and conditions.
 */

import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { joined, logicalLine } from '../../text/logical-line.ts';
import { standIn } from '../../text/masked.ts';
import type { Embedded } from '../embedded.ts';

/** GNU make, "Errors in Recipes", "Recipe Echoing" and "Instead of Executing Recipes": `-`, `@` and `+`. */
const prefix = /^\t[ \t]*(?:[@+-][ \t]*)*/;

export function makefileParts(source: Fragment): Embedded[] {
  const { text } = source;
  const parts: Embedded[] = [];
  for (let at = 0; at < text.length; ) {
    const line = logicalLine(text, at);
    if (text[at] === '\t') {
      const content = joined(source, line, line.start + prefix.exec(text.slice(line.start, line.end))![0].length, {
        prefix: /^\t/,
        encode: inRecipe,
      });
      parts.push({ kind: 'script', source: expanded(content) });
    }
    at = line.next;
  }
  return parts;
}

/** A dollar sign would be make's; a line end would end the recipe's line. */
function inRecipe(text: string): string | undefined {
  return /[\r\n$]/.test(text) ? undefined : text;
}

const expansion = /\$(?:\$|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\{[^{}]*\}|[^\s$({])/g;

/** `$$` is a dollar sign of the shell's, `$(SUDO)` a variable of make's that reads as one of the shell's. */
function expanded(line: Fragment): Fragment {
  if (!line.text.includes('$')) return line;
  const decoder = new Decoder();
  let at = 0;
  for (const { 0: written, index } of line.text.matchAll(expansion)) {
    const range: Range = { start: index, end: index + written.length };
    decoder.copy(line.text.slice(at, index), at);
    const name = /^\$[({](\w*(?:sudo|doas)\w*)[)}]$/i.exec(written)?.[1];
    if (written === '$$') decoder.decode('$', range);
    else decoder.copy(name === undefined ? standIn(written) : `\${${name}}`, index);
    at = range.end;
  }
  decoder.copy(line.text.slice(at), at);
  return decoder.finish(line, { start: 0, end: line.text.length }, text => text);
}
