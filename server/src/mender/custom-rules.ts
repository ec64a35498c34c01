/** Custom rules, which a project adds to the catalogue: from its options file, in the form of all other rules. */

import type { Effect, Replacement, Rule, Safety } from './rule.ts';
import type { RulePattern } from './rule-pattern.ts';

export const customKinds = ['command', 'service', 'key', 'path'] as const;

export type CustomKind = (typeof customKinds)[number];

export interface CustomRule {
  readonly id: string;
  readonly kind: CustomKind;
  /** The name that must no longer be used. */
  readonly name: string;
  /** Its replacement: for a service one name or two. */
  readonly to: readonly string[];
  readonly severity: 'error' | 'warning' | 'information';
  readonly safety: Safety;
  readonly message?: string | undefined;
  readonly why?: string | undefined;
}

const effects: Readonly<Record<CustomRule['severity'], Effect>> = {
  error: 'fails',
  warning: 'ignored',
  information: 'differs',
};

function customRule(rule: CustomRule): Rule {
  const { id, kind, name, to, severity, message, why } = rule;
  const use = kind === 'key' ? `\`${name}\`` : '`{use}`';
  return {
    id,
    component: 'project',
    title: `${kind} \`${name}\``,
    effect: effects[severity],
    match: matchOf(rule),
    replacement: replacementOf(rule),
    message: message ?? `${to.length > 0 ? 'Use `{to}`' : 'Leave it out'}: ${use} is not to be used any more.`,
    why: why ?? 'A rule of this project, from its `.mender-lint.json`.',
    sources: [],
    examples: [],
  };
}

function matchOf({ kind, name, to }: CustomRule): RulePattern {
  switch (kind) {
    case 'command':
      return { kind: 'program', words: name.split(/\s+/) as [string, ...string[]] };
    case 'service':
      return { kind: 'own-service', names: { old: [withoutSuffix(name)], new: to.map(withoutSuffix), purposes: {} } };
    case 'key':
      return { kind: 'config', defect: 'key', path: name.split('.') };
    case 'path':
      return { kind: 'path', pattern: new RegExp(`^(${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})(?=$|/)`) };
  }
}

function replacementOf({ kind, to, safety }: CustomRule): Replacement {
  const [first, ...others] = to;
  if (first === undefined) return kind === 'key' ? { kind: 'remove', safety } : { kind: 'none' };
  return others.length > 0 ? { kind: 'choose', to, safety } : { kind: 'rewrite', to: first, safety };
}

function withoutSuffix(unit: string): string {
  return unit.replace(/\.service$/, '');
}

/** Words in every text that contains the name; keys of configurations are looked at anywhere. */
function wordsOf(kind: CustomKind, name: string): readonly string[] {
  switch (kind) {
    case 'command':
      return [name.split(/\s+/)[0]!];
    case 'service':
      return [withoutSuffix(name)];
    case 'path':
      return [name];
    case 'key':
      return [];
  }
}

export interface CustomRules {
  readonly rules: readonly Rule[];
  /** A file without any of these is irrelevant to the rules. */
  readonly words: readonly string[];
  /** In other files these are relevant, too: a replacement shows that the author knows both. */
  readonly successors: readonly string[];
}

export const noCustomRules: CustomRules = { rules: [], words: [], successors: [] };

export function customRules(rules: readonly CustomRule[]): CustomRules {
  return {
    rules: rules.map(customRule),
    words: unique(rules.flatMap(({ kind, name }) => wordsOf(kind, name))),
    successors: unique(rules.flatMap(({ kind, to }) => to.flatMap(name => wordsOf(kind, name)))),
  };
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
