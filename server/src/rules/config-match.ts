/** What rules of the configuration's keys say of a place in it. */
import type { RowOf } from '../catalogue/catalogue.ts';
import type { Safety } from '../catalogue/row.ts';
import type { EditBuilder, Fix } from '../fixes/fix.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import type { ConfigUse } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

export type ConfigRow = RowOf<'config'>;

export function fix(title: string, { replacement }: ConfigRow, edits: EditBuilder, safety?: Safety): readonly Fix[] {
  const finished = edits.finish();
  if (!finished || replacement.kind === 'none') return [];
  return [{ title, safety: safety ?? replacement.safety, edits: finished }];
}

export function found(
  row: ConfigRow,
  range: Range,
  use: string,
  fixes: readonly Fix[],
  { tree, frame }: ConfigUse,
): Match {
  return {
    kind: 'match',
    row,
    range: toDocument(tree.source, range),
    use,
    fixes,
    notes: [],
    frame,
    action: 'config',
  };
}
