/** Tests whether a program is installed: `command -v mender`, `[ -x /usr/bin/mender ]`. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord } from '../fixes/name-in-word.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { oldProgram, oldProgramPath } from '../mender/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { shown } from '../text/masked.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation, PathUse, ResolvedWord } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';
import { fileTests, type Probe } from './probe-queries.ts';

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
        : [program === '[' ? 'test' : program, ...flags(invocation), shown(name.word)].join(' '),
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
export function matchAskedPath({ word, asked, context: { branchContext } }: PathUse, catalogue: Catalogue): Match[] {
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

function flags({ args }: Invocation): string[] {
  const flag = args.find(word => /^-\w$/.test(word.value ?? ''))?.value;
  return flag ? [flag] : [];
}

function probedName(invocation: Invocation): NameInWord | undefined {
  const { args } = invocation;
  switch (invocation.program) {
    case 'command':
      return args.some(word => word.value === '-v' || word.value === '-V') ? programIn(args) : undefined;
    case 'which':
    case 'type':
    case 'hash':
    case 'whence':
      return programIn(args);
    case 'test':
    case '[': {
      const flag = args.findIndex(word => fileTests.has(word.value ?? ''));
      const path = flag < 0 ? undefined : args[flag + 1];
      return path && findName(path, pathOfProgram);
    }
    default:
      return undefined;
  }
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
