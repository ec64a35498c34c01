/** What a call of sed puts into the files that it edits in place, or whose new text it writes elsewhere. */

import { type SedText, sedTexts } from '../../languages/shell/sed.ts';
import { innerScript } from '../../languages/shell/shell-word.ts';
import { hasOption, type ReadOption, readOptions } from '../../programs/command-line.ts';
import { programOf } from '../../programs/programs.ts';
import { type Fragment, slice } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';

export interface SedEdits {
  readonly texts: readonly SedText[];
  /** Edited in place. */
  readonly files: readonly Word[];
}

export function sedEdits(args: readonly Word[]): SedEdits {
  const line = readOptions(args, programOf('sed'));
  const { options, operands } = line;
  const scripts = options.filter(({ meaning }) => meaning === 'pattern').flatMap(scriptOf);
  const hasScript = hasOption(line, 'pattern', 'pattern-file');
  const [script] = operands;
  if (!hasScript && script) scripts.push(innerScript(script));
  return {
    texts: scripts.flatMap(text => sedTexts(text, hasOption(line, 'extended'))),
    files: hasOption(line, 'in-place') ? operands.slice(hasScript ? 0 : 1) : [],
  };
}

function scriptOf({ value }: ReadOption): Fragment[] {
  if (!value) return [];
  const text = innerScript(value.word);
  return [value.offset === 0 ? text : slice(text, { start: value.offset, end: text.text.length })];
}
