/** Scripts whose output goes into the inventory: keys that the client filled in, and those that it now leaves to a script. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { newPrograms } from '../catalogue/programs.ts';
import { programOf } from '../programs/programs.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { locate, skeleton, type Word } from '../syntax/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

type InventoryRow = RowOf<'inventory'>;

export function matchInventory(invocation: Invocation, catalogue: Catalogue): Match[] {
  const { inventory } = invocation;
  if (inventory === undefined) return [];
  return catalogue.rowsOf('inventory').flatMap(row => {
    const { match } = row;
    return match.defect === 'key'
      ? keyMatch(row, match, inventory, invocation)
      : copyMatch(row, match, inventory, invocation);
  });
}

type KeyMatch = Extract<InventoryRow['match'], { defect: 'key' }>;
type CopyMatch = Extract<InventoryRow['match'], { defect: 'copy' }>;

/** The first word that begins with `KEY=`. */
function keyMatch(row: InventoryRow, { keys, except }: KeyMatch, script: string, invocation: Invocation): Match[] {
  const { program, args, context } = invocation;
  if (!programOf(program).prints || context.captured || except.includes(script)) return [];
  for (const word of args) {
    const key = keys.find(name => skeleton(word).startsWith(`${name}=`));
    const range = key === undefined ? undefined : locate(word, 0, key.length);
    if (key !== undefined && range) return [found(row, word, range, key, invocation)];
  }
  return [];
}

function copyMatch(
  row: InventoryRow,
  { script: name, command, key }: CopyMatch,
  script: string,
  invocation: Invocation,
): Match[] {
  const { program, args, source } = invocation;
  if (script !== name || source.text.includes(key) || !newPrograms.some(known => known.name === program)) return [];
  const word = args.find(({ value }) => value === command);
  return word && word.source === source ? [found(row, word, word, `${program} ${command}`, invocation)] : [];
}

function found(row: InventoryRow, word: Word, range: Range, use: string, { context: { frame } }: Invocation): Match {
  return {
    kind: 'match',
    row,
    range: toDocument(word.source, range),
    use,
    fixes: [],
    notes: [],
    frame,
    action: 'inventory',
  };
}
