/** Scripts under names that the client does not look for. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { ownLayers } from '../catalogue/recipes.ts';
import type { ScriptFile } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

export function matchFileName({ path, range }: ScriptFile, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('file-name').flatMap(row => {
    if (row.component === 'meta-mender' && ownLayers.test(path)) return [];
    const found = row.match.pattern.exec(path);
    const use = found?.[1] ?? found?.[2];
    if (use === undefined) return [];
    return [{ kind: 'match', row, range, use, fixes: [], notes: [], frame: undefined, action: 'file-name' } as const];
  });
}
