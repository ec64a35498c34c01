/** What recipes and configurations of Yocto use. */
import type { Assignment } from '../languages/embedded.ts';
import type { Fragment, Range } from '../text/fragment.ts';
import type { BranchContext } from './branch-context.ts';

/** A variable of BitBake that a recipe or configuration sets, or a class that it inherits. */
export interface RecipeVariable {
  readonly kind: 'recipe-variable';
  readonly assignment: Assignment;
  /** Path of the file, which may be an append of one recipe. */
  readonly path: string;
  /** Assignments of one file are statements of one list. */
  readonly branchContext: BranchContext;
}

/** What a task or a value depends on. The range indexes the text of `source`. */
export interface RecipeCondition extends Range {
  readonly kind: 'recipe-condition';
  readonly source: Fragment;
  /** The name of the variable that is searched, if any. */
  readonly variable?: Range;
  readonly path: string;
  readonly branchContext: BranchContext;
}

/** The recipe, append or configuration itself. */
export interface RecipeFile {
  readonly kind: 'recipe-file';
  readonly path: string;
  readonly source: Fragment;
  /** The first line, where a finding about the whole file is shown. */
  readonly range: Range;
}

/** A layer that a build takes from a repository. */
export interface RecipeLayer {
  readonly kind: 'recipe-layer';
  readonly source: Fragment;
  readonly range: Range;
  readonly name: string;
  readonly repository: string;
  /** Of the script that adds it. */
  readonly branchContext?: BranchContext | undefined;
}
