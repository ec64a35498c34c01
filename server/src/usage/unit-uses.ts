/** What units of systemd use. */

import type { Directive } from '../languages/unit/unit.ts';
import type { Range } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';

/** Units named by a directive of a unit file. */
export interface UnitReference {
  readonly kind: 'unit-reference';
  readonly directive: Directive;
  /** All that its section lists, by the name of the directive: systemd joins the lists of one name. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** The unit the file belongs to. */
  readonly unit: string | undefined;
  readonly branchContext: BranchContext | undefined;
}

/** Words `NAME=VALUE` that `Environment=` of a unit file sets, in order. */
export interface UnitEnvironment {
  readonly kind: 'unit-environment';
  readonly words: readonly Word[];
  readonly unit: string | undefined;
  readonly branchContext: BranchContext | undefined;
}

/** The unit file itself. */
export interface UnitFile {
  readonly kind: 'unit-file';
  readonly role: 'unit' | 'drop-in';
  /** The unit the file belongs to: that of its folder for a drop-in. */
  readonly unit: string;
  /** The first line, where a finding about the whole file is shown. */
  readonly range: Range;
}
