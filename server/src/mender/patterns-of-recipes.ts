/** How recipes and configurations of Yocto are recognised. */
import type { YoctoRelease } from './yocto.ts';

/** A variable of a Yocto recipe or configuration, or the file itself. */
export type RecipePattern =
  | {
      readonly kind: 'recipe';
      /**
       * `override`: `pn-NAME` after the variable. `name`: the variable itself. `item`: a word of its value; `file`: one
       * that is the name of a file. `condition`: an override of a variable or a task, or a test of inline Python.
       */
      readonly part: 'override' | 'name' | 'item' | 'file' | 'condition';
      /** Variables, without overrides, that count; all when absent. */
      readonly variables?: readonly string[];
      /** All variables except these. */
      readonly except?: readonly string[];
      readonly names: readonly string[];
      /** For `condition`: words that were looked for in the first variable are now in the other one. */
      readonly moved?: { readonly from: string; readonly to: string };
      /** For `condition`: words that are valid with releases of Yocto before these. */
      readonly until?: Readonly<Record<string, YoctoRelease>>;
      /** For `condition`: the words are right, unless they are looked for in that first variable. */
      readonly onlyMoved?: true;
      /** Words that make an old one next to them intentional. */
      readonly beside?: readonly string[];
      /** For `item`: removals from a list, instead of additions. */
      readonly taken?: true;
      /** For `name`: assignments of a value that is not empty. */
      readonly set?: true;
      /** Not in files with such a path. */
      readonly notIn?: RegExp;
      /** The folder of a `file`. */
      readonly within?: string;
      /** Variables with the folders in which tasks find a `file`. */
      readonly foundIn?: readonly string[];
      /** The right versions, by variable: another one counts, unless it ends with `%` and includes it. */
      readonly versions?: Readonly<Record<string, string>>;
      /** The oldest existing version, by variable, for each release of Yocto: only older ones count. */
      readonly oldest?: Readonly<Record<YoctoRelease, Readonly<Record<string, string>>>>;
      /** Only in files that belong to the client's own recipe. */
      readonly ofClient?: true;
    }
  | {
      readonly kind: 'recipe';
      /** The file itself. */
      readonly part: 'path';
      readonly pattern: RegExp;
    }
  /** Old operations on, or overrides of, a variable of Mender's, as they were written before `:` was introduced. */
  | { readonly kind: 'recipe'; readonly part: 'old-syntax'; readonly of: 'operation' | 'override' }
  /** Files of SRC_URI that are looked for in the folder of this variable, in recipes and appends with such paths. */
  | { readonly kind: 'recipe'; readonly part: 'folder'; readonly variable: string; readonly pattern: RegExp }
  /** A layer that supports only these releases of Yocto. */
  | { readonly kind: 'recipe'; readonly part: 'series'; readonly names: readonly string[] };
