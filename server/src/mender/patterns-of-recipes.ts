/** How recipes and configurations of Yocto are recognised. */
import type { YoctoRelease } from './yocto.ts';

/** A variable of a Yocto recipe or configuration, or the file itself. */
export type RecipePattern =
  | {
      readonly kind: 'recipe';
      /**
       * `override`: `pn-NAME` after the variable. `name`: the variable itself. `item`: a word of its value; `file`: one that
       * is the name of a file. `condition`: an override of a variable or a task, or what inline Python asks for.
       */
      readonly part: 'override' | 'name' | 'item' | 'file' | 'condition';
      /** Variables, without overrides, that count; all when absent. */
      readonly variables?: readonly string[];
      /** All variables but these. */
      readonly except?: readonly string[];
      readonly names: readonly string[];
      /** For `condition`: where the words are looked for in the first variable, they are in the other one now. */
      readonly moved?: { readonly from: string; readonly to: string };
      /** For `condition`: words that hold with releases of Yocto before these. */
      readonly until?: Readonly<Record<string, YoctoRelease>>;
      /** For `condition`: the words are right, unless they are looked for in that first variable. */
      readonly onlyMoved?: true;
      /** Words that make an old one beside them intentional. */
      readonly beside?: readonly string[];
      /** For `item`: where it is taken off a list, in place of where it is put on one. */
      readonly taken?: true;
      /** For `name`: where it is set to something. */
      readonly set?: true;
      /** Not in files with such a path. */
      readonly notIn?: RegExp;
      /** The folder that a `file` lies in. */
      readonly within?: string;
      /** Variables whose folders tasks find a `file` in. */
      readonly foundIn?: readonly string[];
      /** The versions, by variable, that are right: another one counts, unless it ends with `%` and includes it. */
      readonly versions?: Readonly<Record<string, string>>;
      /** The oldest version that is there, by variable, with each release of Yocto: an older one counts, and nothing else does. */
      readonly oldest?: Readonly<Record<YoctoRelease, Readonly<Record<string, string>>>>;
      /** Only in what belongs to the client's own recipe. */
      readonly ofClient?: true;
    }
  | {
      readonly kind: 'recipe';
      /** The file itself. */
      readonly part: 'path';
      readonly pattern: RegExp;
    }
  /** Operations on, or overrides of, a variable of Mender's as they were written before `:` came. */
  | { readonly kind: 'recipe'; readonly part: 'old-syntax'; readonly of: 'operation' | 'override' }
  /** Files of SRC_URI that are looked for in the folder of this variable, by recipes and appends with such paths. */
  | { readonly kind: 'recipe'; readonly part: 'folder'; readonly variable: string; readonly pattern: RegExp }
  /** A layer that is for these releases of Yocto alone. */
  | { readonly kind: 'recipe'; readonly part: 'series'; readonly names: readonly string[] };
