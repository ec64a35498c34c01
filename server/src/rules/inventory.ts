/**
 * Scripts whose output goes into the inventory: keys that the client filled in itself, and those that it now leaves to
 * a script.
 */
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { newPrograms } from '../mender/programs.ts';
import { programOf } from '../programs/programs.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders, type Word } from '../text/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

type InventoryRule = RuleOf<'inventory'>;

export function matchInventory(invocation: Invocation, catalogue: Catalogue): Match[] {
  const { inventory } = invocation;
  if (inventory === undefined) return [];
  return catalogue.rulesOf('inventory').flatMap(rule => {
    const { match } = rule;
    return match.defect === 'key'
      ? keyMatch(rule, match, inventory, invocation)
      : copyMatch(rule, match, inventory, invocation);
  });
}

type KeyMatch = Extract<InventoryRule['match'], { defect: 'key' }>;
type CopyMatch = Extract<InventoryRule['match'], { defect: 'copy' }>;

/** The first word that begins with `KEY=`. */
function keyMatch(rule: InventoryRule, { keys, except }: KeyMatch, script: string, invocation: Invocation): Match[] {
  const { program, args, context } = invocation;
  if (!programOf(program).prints || context.captured || except.includes(script)) return [];
  for (const word of args) {
    const key = keys.find(name => textWithPlaceholders(word).startsWith(`${name}=`));
    const range = key === undefined ? undefined : locate(word, 0, key.length);
    if (key !== undefined && range) return [found(rule, word, range, key, invocation)];
  }
  return [];
}

function copyMatch(
  rule: InventoryRule,
  { script: name, command, key }: CopyMatch,
  script: string,
  invocation: Invocation,
): Match[] {
  const { program, args, source } = invocation;
  if (script !== name || source.text.includes(key) || !newPrograms.some(known => known.name === program)) return [];
  const word = args.find(({ value }) => value === command);
  return word && word.source === source ? [found(rule, word, word, `${program} ${command}`, invocation)] : [];
}

function found(
  rule: InventoryRule,
  word: Word,
  range: Range,
  use: string,
  { context: { branchContext } }: Invocation,
): Match {
  return {
    kind: 'match',
    rule: rule,
    range: toDocument(word.source, range),
    use,
    fixes: [],
    notes: [],
    branchContext,
    actionKey: 'inventory',
  };
}
