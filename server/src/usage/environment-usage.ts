/** Variables of the environment that a script sets for the programs it runs. */

import { parseShell } from '../languages/shell/shell.ts';
import { environmentNames } from '../mender/keywords.ts';
import { baseName } from '../programs/base-name.ts';
import type { Fragment } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import { ShellScript } from './shell/shell-script.ts';
import type { Context, Invocation, ScriptEnvironment, Usage } from './usage.ts';

/** `calls` are the known calls of the script. */
export function environmentUsages(source: Fragment, context: Context, calls: readonly Usage[]): Usage[] {
  // No other text is read again.
  if (!environmentNames.test(source.text)) return [];
  const all = calls.flatMap(usage => (usage.kind === 'invocation' ? [called(usage)] : []));
  const { definitions } = new ShellScript(parseShell(source), context).walk();
  return definitions.flatMap(({ name, kind, local, words: [word], branchContext }): Usage[] => {
    if (kind !== 'assignment' || local || !word || !environmentNames.test(name)) return [];
    const only = callAfter(word);
    return [{ kind: 'script-environment', name, word, calls: only ? [only] : all, exported: !only, branchContext }];
  });
}

type Called = ScriptEnvironment['calls'][number];

function called({ program, args }: Invocation): Called {
  const word = args.map(({ value }) => value).find(text => text === undefined || !text.startsWith('-'));
  return word === undefined ? [program] : [program, word];
}

/** `NAME=VALUE PROGRAM` sets it for that program only. After `export` there is no program. */
function callAfter({ source, start, end }: Word): Called | undefined {
  const line = source.text.slice(source.text.lastIndexOf('\n', start) + 1, start);
  if (/(?:^|[\s;&|])(?:export|declare|typeset|readonly)\s[^;&|]*$/.test(line)) return undefined;
  const [, program, word] =
    /^(?:[ \t]+\w+=\S*)*[ \t]+([^\s;&|#]+)(?:[ \t]+-\S+)*(?:[ \t]+(\w[^\s;&|#]*))?/.exec(source.text.slice(end)) ?? [];
  if (program === undefined) return undefined;
  return word === undefined ? [baseName(program)] : [baseName(program), word];
}
