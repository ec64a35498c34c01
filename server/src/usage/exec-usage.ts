/** What a command line uses that no shell reads: `ExecStart=` of a unit, the array of `CMD` in a Dockerfile. */

import type { StringList } from '../languages/embedded.ts';
import { baseName } from '../programs/base-name.ts';
import { runsOf } from '../programs/runs.ts';
import type { Fragment } from '../text/fragment.ts';
import { textWithPlaceholders, type Word } from '../text/word.ts';
import { type Keywords, mentionsAny } from './keywords.ts';
import { partOf, taskOf } from './run-usage.ts';
import { shellUsages } from './shell/shell-usage.ts';
import { resolved } from './shell/variables.ts';
import type { Context, Usage } from './usage.ts';

export interface ExecLine {
  /** The text that the command line is written in. */
  readonly source: Fragment;
  readonly context: Context;
  /** The text of a word as another shell reads it. */
  readonly innerScript: (word: Word) => Fragment;
  readonly list?: StringList | undefined;
}

/** There is no second command, so two services cannot be named in two calls. */
export function directiveContext(keywords: Keywords): Context {
  return { branchContext: undefined, language: 'unit', status: 'plain', captured: false, place: 'directive', keywords };
}

export function execUsages(words: readonly Word[], line: ExecLine): Usage[] {
  const [name, ...args] = words;
  const { source, context, innerScript } = line;
  if (!name || !words.some(word => mentionsAny(context.keywords, textWithPlaceholders(word)))) return [];
  const inner = runsOf(words).flatMap(run => {
    if (run.kind === 'program') return execUsages(run.words, { ...line, list: undefined });
    if (run.kind !== 'script') return [taskOf(run, context.branchContext)];
    const script = partOf(innerScript(run.word), run);
    return shellUsages(script, { ...context, language: 'shell', place: 'statement' }).map(usage =>
      inUnit(usage, context.unit),
    );
  });
  return [
    ...inner,
    {
      kind: 'invocation',
      source,
      name: resolved(name),
      program: baseName(textWithPlaceholders(name)),
      args: args.map(word => resolved(word)),
      command: { start: name.start, end: words.findLast(word => word.source === name.source)!.end },
      context,
      certain: true,
      spread: false,
      list: line.list,
    },
  ];
}

/** Commands in a shell script of a unit are commands of the unit. */
function inUnit(usage: Usage, unit: string | undefined): Usage {
  if (usage.kind !== 'invocation' || unit === undefined) return usage;
  return { ...usage, context: { ...usage.context, unit } };
}
