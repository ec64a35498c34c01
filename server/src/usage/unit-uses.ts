/** What units of systemd use. */
import type { Range } from '../syntax/fragment.ts';
import type { Directive } from '../syntax/unit.ts';
import type { Word } from '../syntax/word.ts';
import type { Frame } from './frame.ts';

/** Units named by a directive of a unit file. */
export interface UnitReference {
  readonly kind: 'unit-reference';
  readonly directive: Directive;
  /** All that is listed in its section, by the name of the directive: systemd puts the lists of one name together. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** The unit the file belongs to. */
  readonly unit: string | undefined;
  readonly frame: Frame | undefined;
}

/** What `Environment=` of a unit file sets, in its order: words `NAME=VALUE`. */
export interface UnitEnvironment {
  readonly kind: 'unit-environment';
  readonly words: readonly Word[];
  readonly unit: string | undefined;
  readonly frame: Frame | undefined;
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
