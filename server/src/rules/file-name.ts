/** Scripts under names that the client does not look for. */
import type { Catalogue } from '../mender/catalogue.ts';
import type { ScriptFile } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

export function matchFileName({ path, range }: ScriptFile, catalogue: Catalogue): Match[] {
  return catalogue.rulesOf('file-name').flatMap(rule => {
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
