/** Makes the matches of what recipes and configurations of Yocto say. */
import type { RowOf } from '../catalogue/catalogue.ts';
import type { Fix } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import type { RecipeVariable } from '../usage/usage.ts';
import { assignmentPlace, fixes, type Place } from './recipe-fixes.ts';
import type { Match } from './sighting.ts';

export type RecipeRow = RowOf<'recipe'>;

export function namePlace({ assignment }: RecipeVariable): Place {
  return { source: assignment.source, range: assignment.nameRange, use: assignment.name };
}

export function found(row: RecipeRow, place: Place, usage: RecipeVariable, own?: readonly Fix[]): Match[] {
  const match = matchAt(row, place, own ?? fixes(row, assignmentPlace(usage), usage));
  return [{ ...match, frame: usage.frame, action: actionOf(usage.assignment.name) }];
}

export function matchAt(row: RecipeRow, { source, range, use }: Place, fixes: readonly Fix[]): Match {
  return {
    kind: 'match',
    row,
    range: toDocument(source, range),
    use,
    fixes,
    notes: [],
    frame: undefined,
    action: 'recipe',
  };
}

/** The same for the old and the new recipe or feature: a file that says something for both is meant for both. */
export function actionOf(name: string): string {
  return `recipe:${name.replace(/mender-(?:client|auth|update)/g, 'mender').replaceAll('_', ':')}`;
}
