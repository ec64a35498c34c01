/**
 * A device on which a script has replaced the old program (`mender-lint wrapper`): probes for the program find the
 * script.
 */
import { oldProgram, oldProgramPath, updateProgram } from '../../mender/programs.ts';
import { baseName } from '../../programs/base-name.ts';
import { programOf } from '../../programs/programs.ts';
import type { ExpandedWords } from '../../rules/probe-queries.ts';

/** The command line as it is answered there. */
export function wrappedWords(words: ExpandedWords): ExpandedWords {
  const [[name = ''] = []] = words;
  // A process or a package with that name is another matter.
  if (programOf(name).probes?.for) return words.map(texts => texts.map(inPlace));
  return baseName(name) === oldProgram.name ? [[inPlace(name)], ...words.slice(1)] : words;
}

function inPlace(text: string): string {
  const isProgram = text === oldProgram.name || oldProgramPath.test(text);
  return isProgram ? `${text.slice(0, -oldProgram.name.length)}${updateProgram}` : text;
}
