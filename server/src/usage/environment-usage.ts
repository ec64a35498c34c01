/** Variables of the environment that a script sets for the programs it runs. */
import type { Fragment } from '../syntax/fragment.ts';
import { parseShell } from '../syntax/shell.ts';
import type { Word } from '../syntax/word.ts';
import { ShellScript } from './shell/shell-script.ts';
import type { Context, Usage } from './usage.ts';
import { baseName } from './wrappers.ts';

/** No text without one of these is read once more. */
const names = /(?:http|https|no)_proxy|MENDER_\w+_DIR/i;

/** `calls` is what the script runs, as far as it is known. */
export function environmentUsages(source: Fragment, context: Context, calls: readonly Usage[]): Usage[] {
  if (!names.test(source.text)) return [];
  const programs = new Set(calls.flatMap(usage => (usage.kind === 'invocation' ? [usage.program] : [])));
  const { definitions } = new ShellScript(parseShell(source), context).walk();
  return definitions.flatMap(({ name, kind, local, words: [word], frame }): Usage[] => {
    if (kind !== 'assignment' || local || !word || !names.test(name)) return [];
    const only = programBehind(word);
    const told = only === undefined ? programs : new Set([only]);
    return [{ kind: 'script-environment', name, word, programs: told, exported: only === undefined, frame }];
  });
}

/** `NAME=VALUE PROGRAM`: nobody else gets it. Behind `export` there is none. */
function programBehind({ source, start, end }: Word): string | undefined {
  const line = source.text.slice(source.text.lastIndexOf('\n', start) + 1, start);
  if (/(?:^|[\s;&|])(?:export|declare|typeset|readonly)\s[^;&|]*$/.test(line)) return undefined;
  const [, program] = /^(?:[ \t]+\w+=\S*)*[ \t]+([^\s;&|#]+)/.exec(source.text.slice(end)) ?? [];
  return program === undefined ? undefined : baseName(program);
}
