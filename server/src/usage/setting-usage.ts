/** Variables that a shell file sets for another program to read, such as a configuration of mender-convert. */

import { parseShell } from '../languages/shell/shell.ts';
import type { Fragment } from '../text/fragment.ts';
import { ShellScript } from './shell/shell-script.ts';
import type { Context, Setting } from './usage.ts';

export function settingUsages(source: Fragment, context: Context): Setting[] {
  const { definitions } = new ShellScript(parseShell(source), context).walk();
  return definitions.flatMap(({ name, kind, words: [word], branchContext }) =>
    kind === 'assignment' && word ? [{ kind: 'setting', name, word, branchContext }] : [],
  );
}
