/** Scripts under names that the client does not look for. */
import { rowsOf } from '../catalogue/catalogue.ts';
import type { ScriptFile } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

const rows = rowsOf('file-name');

export function matchFileName({ path, range }: ScriptFile): Match[] {
  return rows.flatMap(row => {
    const found = row.match.pattern.exec(path);
    const use = found?.[1] ?? found?.[2];
    if (use === undefined) return [];
    return [{ kind: 'match', row, range, use, fixes: [], notes: [], frame: undefined, action: 'file-name' } as const];
  });
}
