/** What the report of a migration says, in any format: what is open, what is done, and what has changed. */
import type { Remedy, Severity } from '../findings/finding.ts';
import type { ScanProgress } from '../workspace/scan.ts';
import type { NamedNotChecked } from './not-checked.ts';

/** Something that is, or was, in a file. */
export interface Placed {
  /** From the root of the report, as people write it. */
  readonly path: string;
  /** The archive that the file is in, which the path begins with. */
  readonly archive?: string | undefined;
  readonly rule: string;
  readonly owners: readonly string[];
}

export interface OpenFinding extends Placed {
  /** The same from one run to the next. */
  readonly fingerprint: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly remedy: Remedy;
  readonly message: string;
  /** The page of the rule. */
  readonly page: string | undefined;
}

/** Findings of one rule in one file that the baseline knows and that are not there any more. */
export interface Done extends Placed {
  readonly number: number;
}

export interface SinceBaseline {
  readonly done: readonly Done[];
  /** Number of findings that the baseline knows and that are still there. */
  readonly known: number;
  /** Number of findings that it does not know. */
  readonly unknown: number;
}

/** A finding of an earlier report, as far as it matters later. */
export type Earlier = Pick<OpenFinding, 'fingerprint' | 'path' | 'archive' | 'rule' | 'message'>;

export interface SinceEarlier {
  /** The earlier report, as the user has written it. */
  readonly file: string;
  readonly gone: readonly (Earlier & Placed)[];
  readonly added: readonly OpenFinding[];
  /** Number of findings that are in both. */
  readonly kept: number;
  /** Number of earlier findings in files, or of rules, that were not looked at this time. */
  readonly unseen: number;
  /** Options that were other ones. */
  readonly otherOptions: readonly string[];
  /** Whether the earlier run had looked at everything. */
  readonly wasComplete: boolean;
}

/** What decides about the findings beside the files. Null: not given. */
export type Asked = Readonly<Record<string, string | boolean | readonly string[] | null>>;

export interface MigrationReport {
  readonly asked: Asked;
  readonly target: string;
  readonly counts: Pick<ScanProgress, 'checked' | 'skipped'>;
  readonly open: readonly OpenFinding[];
  /** How many of the open findings are listed; all are counted. */
  readonly listed: readonly OpenFinding[];
  /** Undefined when there is no baseline. */
  readonly baseline: SinceBaseline | undefined;
  /** Undefined when no earlier report is named. */
  readonly since: SinceEarlier | undefined;
  /** The files that owners are from. */
  readonly ownersFrom: readonly string[];
  /** Sentences about what was not looked at, or not read. */
  readonly remarks: readonly string[];
  readonly notChecked: readonly NamedNotChecked[];
  readonly isComplete: boolean;
}
