/** A device on which a script stands in place of the old program (`mender-lint wrapper`): what asks for the one finds the other. */
import { oldProgram, oldProgramPath, updateProgram } from '../../mender/programs.ts';
import type { ExpandedWords } from '../../rules/probe-queries.ts';
import { baseName } from '../../usage/wrappers.ts';

/** Programs that look for a program by its name or its path; a process or a package of the name is another matter. */
const finders = new Set(['command', 'which', 'type', 'hash', 'whence', 'test', '[', 'ls', 'stat', 'readlink']);

/** The command line as it is answered there. */
export function wrappedWords(words: ExpandedWords): ExpandedWords {
  const [[name = ''] = []] = words;
  if (finders.has(baseName(name))) return words.map(texts => texts.map(inPlace));
  return baseName(name) === oldProgram.name ? [[inPlace(name)], ...words.slice(1)] : words;
}

function inPlace(text: string): string {
  const isProgram = text === oldProgram.name || oldProgramPath.test(text);
  return isProgram ? `${text.slice(0, -oldProgram.name.length)}${updateProgram}` : text;
}
