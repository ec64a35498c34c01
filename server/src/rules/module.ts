/** Update modules whose answers are not what the client of 4.0 and later expects. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import type { Word } from '../text/word.ts';
import type { ModuleCase } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

type ModuleRule = RuleOf<'module'>;

export function matchModule(usage: ModuleCase, catalogue: Catalogue): Match[] {
  return catalogue.rulesOf('module').flatMap(rule => matchesOf(rule, usage));
}

function matchesOf(rule: ModuleRule, usage: ModuleCase): Match[] {
  const { match } = rule;
  switch (match.defect) {
    case 'unknown-call':
      return unknownCall(rule, match, usage);
    case 'state-name':
      return stateName(rule, match.name, usage);
    case 'reply':
      return reply(rule, match.call, match.name, usage);
  }
}

function unknownCall(
  rule: ModuleRule,
  { call, calls, answer }: Extract<ModuleRule['match'], { defect: 'unknown-call' }>,
  usage: ModuleCase,
): Match[] {
  const { branches, source } = usage;
  const patterns = branches.flatMap(branch => branch.patterns.map(({ text }) => text));
  if (!patterns.some(text => calls.includes(text)) || patterns.some(text => text.includes(call))) return [];
  const last = branches.find(branch => branch.patterns.some(({ text }) => text === '*'));
  if (!last || !(last.fails || last.prints)) return [];
  const star = last.patterns.find(({ text }) => text === '*')!;
  const line = lineAround(source.text, last.start);
  const indent = /^[ \t]*/.exec(source.text.slice(line.start, last.start))![0];
  const branch = rule.replacement.kind === 'rewrite' ? `${rule.replacement.to}\n${indent}` : '';
  return [
    found(
      rule,
      star,
      '*)',
      usage,
      fix(`Answer ${call} with ${answer}`, new EditBuilder().insertBefore(source, last.start, branch)),
    ),
  ];
}

function stateName(rule: ModuleRule, name: string, usage: ModuleCase): Match[] {
  return usage.branches
    .flatMap(({ patterns }) => patterns.filter(({ value }: Word) => value === name))
    .map(word => {
      const to = rule.replacement.kind === 'rewrite' ? rule.replacement.to : '';
      return found(
        rule,
        word,
        name,
        usage,
        fix(`Replace with \`${to}\``, new EditBuilder().replace(usage.source, word, to)),
      );
    });
}

function reply(rule: ModuleRule, call: string, name: string, usage: ModuleCase): Match[] {
  return usage.branches
    .filter(({ patterns }) => patterns.some(({ value }) => value === call))
    .flatMap(({ printed }) => printed.filter(({ value }) => value === name))
    .map(word => found(rule, word, name, usage, []));
}

function fix(title: string, builder: EditBuilder): readonly Fix[] {
  const edits = builder.finish();
  return edits ? [{ title: `${title} (check what the module does then)`, safety: 'review', edits }] : [];
}

function found(rule: ModuleRule, range: Range, use: string, { source }: ModuleCase, fixes: readonly Fix[]): Match {
  return {
    kind: 'match',
    rule: rule,
    range: toDocument(source, range),
    use,
    fixes,
    notes: [],
    branchContext: undefined,
    actionKey: 'module',
  };
}
