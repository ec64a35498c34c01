/** What a walk through a shell tree collects. */

import type * as sh from '../../languages/shell/shell.ts';
import type { Fragment, Range } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';
import type { Context, Definition } from '../usage.ts';

/** The file of a redirection. */
export interface Target {
  readonly target: sh.Word;
  readonly writes: boolean;
  readonly appends: boolean;
}

/** A simple command before wrappers and variables are resolved. */
export interface SimpleCommand {
  readonly source: Fragment;
  readonly range: Range;
  readonly name: sh.Word | undefined;
  readonly args: readonly sh.Word[];
  /** Targets of `>`, `>>` and `<`. */
  readonly redirects: readonly Target[];
  readonly context: Context;
  /** Its input: a heredoc, a here-string, or the output of the command before it in a pipeline. */
  readonly input: sh.HereDoc | sh.HereString | sh.Command | sh.Subshell | sh.BraceGroup | undefined;
  /** Set for `[[ -x FILE ]]` and the like, written as the arguments of `test`. */
  readonly test?: readonly Word[];
}

export interface ShellFunction {
  readonly name: string;
  readonly commands: readonly SimpleCommand[];
  /** Those of variables in its body. */
  readonly definitions: readonly Definition[];
}

export interface ShellFacts {
  readonly commands: SimpleCommand[];
  readonly definitions: Definition[];
  readonly functions: ShellFunction[];
}

export function noFacts(): ShellFacts {
  return { commands: [], definitions: [], functions: [] };
}
