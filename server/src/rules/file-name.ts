/** Scripts under names that the client does not look for. */

import type { Catalogue } from '../mender/catalogue.ts';
import { ownLayers } from '../mender/recipes.ts';
import { yoctoLayer } from '../mender/tool-names.ts';
import type { ScriptFile } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

export function matchFileName({ path, range }: ScriptFile, catalogue: Catalogue): Match[] {
  // In a file that was just created there is nothing to point at.
  if (range.start === range.end) return [];
  return catalogue.rulesOf('file-name').flatMap(rule => {
    if (rule.component === yoctoLayer && ownLayers.test(path)) return [];
    const found = rule.match.pattern.exec(path);
    const use = found?.[1] ?? found?.[2];
    if (use === undefined) return [];
    return [
      {
        kind: 'match',
        rule,
        range,
        use,
        fixes: [],
        notes: [],
        branchContext: undefined,
        actionKey: 'file-name',
      } as const,
    ];
  });
}
