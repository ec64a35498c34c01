/** What a script is by its name and place, and not by the programs it runs. */
import type { Classification } from '../languages/classify.ts';
import { parseShell } from '../languages/shell/shell.ts';
import type { Fragment } from '../text/fragment.ts';
import { firstLine } from '../text/line.ts';
import { isModuleText, moduleUsages } from './module-usage.ts';
import { ShellScript } from './shell/shell-script.ts';
import type { Context, Setting, Usage } from './usage.ts';

export function scriptFileUsages(
  source: Fragment,
  { role }: Classification,
  path: string,
  context: Context,
): readonly Usage[] {
  return [
    { kind: 'script-file', path, range: firstLine(source) },
    ...(role === 'update-module' || (role === 'script' && isModuleText(source.text)) ? moduleUsages(source) : []),
    ...(role === 'convert-configuration' ? settingUsages(source, context) : []),
  ];
}

/** Variables that a shell file sets for another program to read, such as a configuration of mender-convert. */
function settingUsages(source: Fragment, context: Context): Setting[] {
  const { definitions } = new ShellScript(parseShell(source), context).walk();
  return definitions.flatMap(({ name, kind, words: [word], branchContext }) =>
    kind === 'assignment' && word ? [{ kind: 'setting', name, word, branchContext }] : [],
  );
}
