/** Layers that a script adds to a build. bitbake-layers(1) takes folders; what is in them is unknown here. */

import { baseName } from '../../programs/base-name.ts';
import type { Word } from '../../text/word.ts';
import type { BranchContext } from '../branch-context.ts';
import type { RecipeLayer } from '../usage.ts';

/** As with `BBLAYERS`, the folder around a layer counts as the repository. */
export function layersAdded(
  name: string,
  [command, ...args]: readonly Word[],
  branchContext: BranchContext | undefined,
): readonly RecipeLayer[] {
  if (baseName(name) !== 'bitbake-layers' || command?.value !== 'add-layer') return [];
  return args.flatMap(word => {
    const [, repository, layer] = /([\w.-]+)\/([\w.-]+)\/?["']?$/.exec(word.text) ?? [];
    if (repository === undefined || layer === undefined) return [];
    return [{ kind: 'recipe-layer', source: word.source, range: word, name: layer, repository, branchContext }];
  });
}
