/** Layers that a script adds to a build. bitbake-layers(1) takes folders; it knows nothing of what is in them. */
import type { Word } from '../../text/word.ts';
import type { BranchContext } from '../branch-context.ts';
import type { RecipeLayer } from '../usage.ts';
import { baseName } from '../wrappers.ts';

/** As `BBLAYERS` has it, the folder around a layer is taken for the repository. */
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
