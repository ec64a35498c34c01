/** Creates the matches in recipes and configurations of Yocto. */

import type { Fix } from '../fixes/fix.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import { withoutGeneration } from '../mender/recipe-names.ts';
import { toDocument } from '../text/fragment.ts';
import type { RecipeVariable } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';
import { assignmentPlace, fixes, type Place } from './recipe-fixes.ts';

export type RecipeRule = RuleOf<'recipe'>;

export type VariableMatch = Exclude<RecipeRule['match'], { part: 'path' | 'folder' | 'old-syntax' | 'series' }>;

export function namePlace({ assignment }: RecipeVariable): Place {
  return { source: assignment.source, range: assignment.nameRange, use: assignment.name };
}

export function found(rule: RecipeRule, place: Place, usage: RecipeVariable, own?: readonly Fix[]): Match[] {
  const match = matchAt(rule, place, own ?? fixes(rule, assignmentPlace(usage), usage));
  return [{ ...match, branchContext: usage.branchContext, actionKey: actionOf(usage.assignment.name) }];
}

export function matchAt(rule: RecipeRule, { source, range, use }: Place, fixes: readonly Fix[]): Match {
  return {
    kind: 'match',
    rule: rule,
    range: toDocument(source, range),
    use,
    fixes,
    notes: [],
    branchContext: undefined,
    actionKey: 'recipe',
  };
}

/** The same for the old and the new recipe or feature: a file with an assignment for both is meant for both. */
export function actionOf(name: string): string {
  return `recipe:${withoutGeneration(name).replaceAll('_', ':')}`;
}
