/** Where a use is: in which language, in which place, under which decisions. */

import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import type { Fragment } from '../text/fragment.ts';
import type { BranchContext } from './branch-context.ts';
import type { Keywords } from './keywords.ts';
import type { OutputPlaces } from './shell/output-places.ts';

export interface Context {
  /** Innermost branch the invocation is in. */
  readonly branchContext: BranchContext | undefined;
  readonly language: 'shell' | 'unit';
  /**
   * How the exit status is used: `tested` decides something, also as a health check; `last` is that of the whole
   * script, for its caller; `ignored` is `|| true`.
   */
  readonly status: 'plain' | 'last' | 'tested' | 'ignored';
  /** `set -e` is somewhere in the script: a failure may end it. */
  readonly leavesOnFailure?: boolean;
  /** Where the script sends its output. */
  readonly outputs?: OutputPlaces;
  /** The output goes into a variable, a message or a pipe. */
  readonly captured: boolean;
  /** A variable or a program that does more with the output than show or keep it. */
  readonly read?: boolean;
  /** The variable the output goes into. */
  readonly variable?: string;
  /** The unit whose file the command is in. */
  readonly unit?: string;
  readonly unitSection?: UnitSection;
  /** Decides how two commands can replace the command. */
  readonly place: Place;
  readonly keywords: Keywords;
  /** Called repeatedly while a file is read; an exception from it ends the reading. */
  readonly checkpoint?: (() => void) | undefined;
  /** Reads programs of other languages, if the user asks for it. */
  readonly sources?: SourceReader | undefined;
}

/** Where a directive of the section `[Unit]` can be added to the file that a command is in. */
export interface UnitSection {
  readonly source: Fragment;
  readonly at: number;
  /** The section must be begun there. */
  readonly isMissing: boolean;
  /** The words that its directives list, by the name of the directive. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

export type Place =
  /** A separate statement: a second line can follow. */
  | 'statement'
  /** The only command in a condition or a substitution. */
  | 'alone'
  /** A statement that `&` puts into the background. */
  | 'background'
  /** An operand of a chain with nothing but `&&`. */
  | 'and-chain'
  /** After `!`, in a pipeline, in a chain with `||`: two commands need braces. */
  | 'operand'
  /** `ExecStart=` and the like, which have no room for a second command. */
  | 'directive';
