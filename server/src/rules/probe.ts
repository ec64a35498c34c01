/** Tests whether a program is installed: `command -v mender`, `[ -x /usr/bin/mender ]`. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord } from '../fixes/name-in-word.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { newPrograms, oldProgram, oldProgramPath } from '../mender/programs.ts';
import { readOptions } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { shown } from '../text/masked.ts';
import { textWithPlaceholders, type Word } from '../text/word.ts';
import type { Invocation, PathUse, ResolvedWord } from '../usage/usage.ts';
import type { Match, Occurrence } from './occurrence.ts';
import type { Probe } from './probe-queries.ts';

export function matchProbe(invocation: Invocation, { generation }: Probe, catalogue: Catalogue): Match[] {
  const rule = catalogue.rulesOf('probe').find(({ match }) => match.by === 'binary');
  const name = probedName(invocation);
  // Both names in one command: whichever is there is meant.
  if (!rule || !name || generation === 'new') return [];
  const choices = rule.replacement.kind === 'choose' ? rule.replacement.to : [];
  const program = textWithPlaceholders(invocation.name);
  return [
    {
      kind: 'match',
      rule: rule,
      range: name.definition ? toDocument(name.word.source, name.word) : documentRange(name),
      use: invocation.calledAs
        ? `${invocation.calledAs}("${shown(name.word)}")`
        : [program === '[' ? 'test' : program, ...flags(invocation, name.use), shown(name.word)].join(' '),
      to: choices[0] ?? '',
      fixes: fixesOf(name, choices),
      notes: [],
      branchContext: invocation.context.branchContext,
      actionKey: 'probe',
      ...(name.definition && {
        indirection: { definition: name.definition, use: name.use, alone: true, alternatives: [name.value] },
      }),
    },
  ];
}

/** A task that looks for the binary: `stat: path=/usr/bin/mender`. */
export function matchProbedPath(
  { word, asked, context: { branchContext } }: PathUse,
  catalogue: Catalogue,
): Occurrence[] {
  if (newPrograms.some(({ name }) => word.value?.endsWith(`bin/${name}`)))
    return [{ kind: 'reference', actionKey: 'probe', branchContext }];
  const rule = catalogue.rulesOf('probe').find(({ match }) => match.by === 'binary');
  const name = findName(word, pathOfProgram);
  if (!rule || !name) return [];
  const choices = rule.replacement.kind === 'choose' ? rule.replacement.to : [];
  return [
    {
      kind: 'match',
      rule: rule,
      range: documentRange(name),
      use: `${asked}: ${shown(name.word)}`,
      to: choices[0] ?? '',
      fixes: fixesOf(name, choices),
      notes: [],
      branchContext,
      actionKey: 'probe',
    },
  ];
}

function fixesOf(name: NameInWord, choices: readonly string[]): Fix[] {
  return choices.flatMap(to => {
    const edits = new EditBuilder().replace(name.word.source, name.range, to).finish();
    return edits
      ? [{ title: `Look for \`${to}\` (check which program is needed)`, safety: 'review' as const, edits }]
      : [];
  });
}

/** The option that applies to this word: of several options of test(1), the one before it. */
function flags({ args }: Invocation, about: Word): string[] {
  const words: readonly Word[] = args;
  const before = words.slice(0, words.indexOf(about));
  return before.flatMap(({ value }) => (/^-\w$/.test(value ?? '') ? value! : [])).slice(-1);
}

function probedName(invocation: Invocation): NameInWord | undefined {
  const { args } = invocation;
  const program = programOf(invocation.program);
  const { when, for: wanted } = program.probes ?? {};
  if (wanted === undefined) return undefined;
  const asking = readOptions(args, program).options.filter(({ meaning }) => meaning === 'probes');
  if (wanted === 'programs') return when === 'always' || asking.length > 0 ? programIn(args) : undefined;
  // test(1): each option applies to the next word.
  const files = asking.flatMap(({ word }) => args[args.indexOf(word) + 1] ?? []);
  return files.map(word => findName(word, pathOfProgram)).find(found => found !== undefined);
}

function programIn(args: readonly ResolvedWord[]): NameInWord | undefined {
  for (const word of args) {
    const name = findName(word, text =>
      text === oldProgram.name ? { offset: 0, length: text.length } : pathOfProgram(text),
    );
    if (name) return name;
  }
  return undefined;
}

function pathOfProgram(text: string): { offset: number; length: number } | undefined {
  const { length } = oldProgram.name;
  return oldProgramPath.test(text) ? { offset: text.length - length, length } : undefined;
}
