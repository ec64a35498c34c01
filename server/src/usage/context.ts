/** Where a use stands: in which language, in which place, under which decisions. */

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
   * What is made of the exit status: `tested` decides something, as in a health check, too; `last` is that of the whole script,
   * for whoever runs it; `ignored` is `|| true`.
   */
  readonly status: 'plain' | 'last' | 'tested' | 'ignored';
  /** `set -e` stands somewhere in the script: what fails may end it. */
  readonly leavesOnFailure?: boolean;
  /** Where the script sends what it prints. */
  readonly outputs?: OutputPlaces;
  /** The output goes into a variable, a message or a pipe. */
  readonly captured: boolean;
  /** A variable or a program gets the output that does more with it than show or keep it. */
  readonly read?: boolean;
  /** The variable the output goes into. */
  readonly variable?: string;
  /** The unit whose file the command is in. */
  readonly unit?: string;
  readonly unitSection?: UnitSection;
  /** Where the command stands decides how two commands can take its place. */
  readonly place: Place;
  readonly keywords: Keywords;
  /** Asked again and again while a file is read; what it throws ends that. */
  readonly checkpoint?: (() => void) | undefined;
  /** For programs of other languages, where somebody asks for them. */
  readonly sources?: SourceReader | undefined;
}

/** Where a directive of the section `[Unit]` can be added to the file that a command is in. */
export interface UnitSection {
  readonly source: Fragment;
  readonly at: number;
  /** The section has to be begun there. */
  readonly isMissing: boolean;
  /** What its directives list, by their names. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

export type Place =
  /** A statement of its own: a second line can follow. */
  | 'statement'
  /** The only command of a condition or a substitution. */
  | 'alone'
  /** A statement put into the background with `&`. */
  | 'background'
  /** An operand of a chain that holds nothing but `&&`. */
  | 'and-chain'
  /** After `!`, in a pipeline, in a chain with `||`: two commands need braces. */
  | 'operand'
  /** `ExecStart=` and the like, where there is no second command. */
  | 'directive';
