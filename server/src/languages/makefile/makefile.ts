/**
 * Makefiles, Buildroot's packages included: the lines of recipes, each run by a separate shell. What make expands is
 * covered, except for variables that may run the rest of the line. Knows nothing of targets and conditions.
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
  let recipe = {};
  let index = 0;
  for (let at = 0; at < text.length; ) {
    const line = logicalLine(text, at);
    if (text[at] === '\t') {
      const content = joined(source, line, line.start + prefix.exec(text.slice(line.start, line.end))![0].length, {
        prefix: /^\t/,
        encode: inRecipe,
      });
      // A failure ends the recipe unless the line has a dash: only lines with one are sure to be all run.
      const isIgnored = /^[\t @+]*-/.test(text.slice(line.start, line.end));
      const passed = isIgnored ? { place: { list: recipe, index }, ignored: true as const } : {};
      parts.push({ kind: 'script', source: expanded(content), ...passed });
      index++;
    } else if (text.slice(line.start, line.end).trim() !== '') {
      recipe = {};
      index = 0;
    }
    at = line.next;
  }
  return parts;
}

/** A dollar sign would belong to make; a line end would end the recipe's line. */
function inRecipe(text: string): string | undefined {
  return /[\r\n$]/.test(text) ? undefined : text;
}

/** GNU Coding Standards, "Command Variables" and "Utilities in Makefiles"; GNU make, "Implicit Variables". */
const programs: ReadonlyMap<string, string> = new Map([
  ...['INSTALL', 'INSTALL_PROGRAM', 'INSTALL_DATA', 'INSTALL_SCRIPT'].map(name => [name, 'install'] as const),
  ['LN', 'ln'],
  ['LN_S', 'ln -s'],
  ['MKDIR', 'mkdir'],
  ['MKDIR_P', 'mkdir -p'],
  ['RM', 'rm -f'],
  ...['CAT', 'CHMOD', 'CP', 'GREP', 'MV', 'SED', 'TOUCH'].map(name => [name, name.toLowerCase()] as const),
]);

const expansion = /\$(?:\$|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\{[^{}]*\}|[^\s$({])/g;

/**
 * `$$` is a dollar sign for the shell, `$(INSTALL)` a program, `$(SUDO)` a variable of make that reads as one of the
 * shell.
 */
function expanded(line: Fragment): Fragment {
  if (!line.text.includes('$')) return line;
  const decoder = new Decoder();
  let at = 0;
  for (const { 0: written, index } of line.text.matchAll(expansion)) {
    const range: Range = { start: index, end: index + written.length };
    decoder.copy(line.text.slice(at, index), at);
    const name = /^\$[({](\w+)[)}]$/.exec(written)?.[1] ?? '';
    const program = written === '$$' ? '$' : programs.get(name);
    if (program !== undefined) decoder.decode(program, range);
    else decoder.copy(/sudo|doas/i.test(name) ? `\${${name}}` : standIn(written), index);
    at = range.end;
  }
  decoder.copy(line.text.slice(at), at);
  return decoder.finish(line, { start: 0, end: line.text.length }, text => text);
}
