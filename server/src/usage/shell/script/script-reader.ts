/** How the files that read words and tests of a script have the scripts in them read. */
import type { Fragment } from '../../../syntax/fragment.ts';
import type * as sh from '../../../syntax/shell.ts';
import type { Part } from '../../script.ts';

export interface ScriptReader {
  /** A script inside a word; undefined when it is too deep. `from` is an offset of `source`. */
  inner(statements: readonly sh.Statement[], source: Fragment, from: number): Part | undefined;
}
