/** Symlinks that enable or mask units, created and removed by hand: `ln -s UNIT .../multi-user.target.wants/`. */

import { forBothUnits } from '../fixes/both-files.ts';
import type { Fix } from '../fixes/fix.ts';
import { findName } from '../fixes/name-in-word.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import { newUnits, oldUnits } from '../mender/service-names.ts';
import { readOptions } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { shown } from '../text/masked.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import { checkText } from './check-text.ts';
import type { Occurrence } from './occurrence.ts';

type LinkAction = 'enable' | 'disable' | 'mask';

export function matchUnitLink(invocation: Invocation, catalogue: Catalogue): Occurrence[] {
  const found = linkActionOf(invocation);
  if (!found) return [];
  const { action, words } = found;
  const actionKey = `systemctl:${action}`;
  const { branchContext, place } = invocation.context;
  const units = words.flatMap(word => textsOf(word).flatMap(text => newUnit.exec(text)?.[1] ?? []));
  const newUses = units.length > 0 ? [{ kind: 'reference' as const, actionKey, branchContext, units }] : [];
  if (newUnits.every(unit => units.includes(unit))) return newUses;
  const names = words.flatMap(word => findName(word, findOldUnit) ?? []);
  const rule = ruleOf(action, catalogue);
  const [name] = names;
  if (!rule || !name) return newUses;
  const { source, command, program } = invocation;
  const edits =
    isWhole(invocation) && units.length === 0
      ? forBothUnits({ source, command, place, program }, names, newUnits)
      : undefined;
  return [
    ...newUses,
    {
      kind: 'match',
      rule: rule,
      range: toDocument(source, command),
      use: [program, shown(name.use)].join(' '),
      fixes: edits ? [fixOf(rule, edits)] : [],
      noFix: edits ? undefined : 'it must be written for each of them',
      notes: [],
      branchContext,
      actionKey,
    },
  ];
}

function fixOf(rule: Rule, edits: Fix['edits']): Fix {
  const { replacement } = rule;
  const safety = 'safety' in replacement ? replacement.safety : 'review';
  return { title: `Do it for \`${newUnits.join('` and `')}\`${checkText(rule)}`, safety, edits };
}

function ruleOf(action: LinkAction, catalogue: Catalogue): Rule | undefined {
  if (action === 'enable') return catalogue.rulesOf('path').find(({ match }) => match.is === 'enabling-link');
  return catalogue.rulesOf('unit-link').find(({ match }) => match.action === action);
}

/** The words that name the unit are in the command itself. */
function isWhole({ certain, spread, indirection, positional }: Invocation): boolean {
  return certain && !spread && !indirection && !positional;
}

/** The action on a unit, and the words that may name it. */
function linkActionOf({
  program,
  args,
}: Invocation): { action: LinkAction; words: readonly ResolvedWord[] } | undefined {
  if (program === 'rm' || program === 'unlink') {
    const words = readOptions(args, programOf(program)).operands.filter(word => textsOf(word).some(isEnablingLink));
    return words.length > 0 ? { action: 'disable', words } : undefined;
  }
  if (program !== 'ln') return undefined;
  const words = readOptions(args, programOf(program)).operands;
  const [target, link, ...more] = words;
  if (!target || !link || more.length > 0) return undefined;
  if (textsOf(target).includes('/dev/null')) return { action: 'mask', words: [link] };
  return textsOf(link).some(text => enablingFolder.test(text)) ? { action: 'enable', words } : undefined;
}

const enablingFolder = /\.(?:wants|requires|upholds)(?:\/[^/]*)?$/;

function isEnablingLink(text: string): boolean {
  return enablingFolder.test(text) && text.endsWith('.service');
}

function textsOf(word: ResolvedWord): readonly string[] {
  return word.values.length > 0 ? word.values.map(({ text }) => text) : [textWithPlaceholders(word)];
}

const oldUnit = new RegExp(`(?:^|/)(${oldUnits.join('|')})\\.service$`);
const newUnit = new RegExp(`(?:^|/)(${newUnits.join('|')})\\.service$`);

function findOldUnit(text: string): { offset: number; length: number } | undefined {
  const name = oldUnit.exec(text)?.[1];
  return name === undefined ? undefined : { offset: text.lastIndexOf('/') + 1, length: name.length };
}
