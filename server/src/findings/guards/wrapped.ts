/** A device on which a script stands in place of the old program (`mender-lint wrapper`): what asks for the one finds the other. */
import { oldProgram, oldProgramPath, updateProgram } from '../../catalogue/programs.ts';
import { baseName } from '../../programs/base-name.ts';
import type { Spelled } from '../../rules/presence.ts';

/** Programs that look for a program by its name or its path; a process or a package of the name is another matter. */
const finders = new Set(['command', 'which', 'type', 'hash', 'whence', 'test', '[', 'ls', 'stat', 'readlink']);

/** The command line as it is answered there. */
export function wrappedWords(words: Spelled): Spelled {
  const [[name = ''] = []] = words;
  if (finders.has(baseName(name))) return words.map(texts => texts.map(inPlace));
  return baseName(name) === oldProgram.name ? [[inPlace(name)], ...words.slice(1)] : words;
}

function inPlace(text: string): string {
  const isProgram = text === oldProgram.name || oldProgramPath.test(text);
  return isProgram ? `${text.slice(0, -oldProgram.name.length)}${updateProgram}` : text;
}
