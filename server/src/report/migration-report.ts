/** The content of the report of a migration, in any format: what is open, what is done, and what has changed. */
import type { Remedy, Severity } from '../findings/finding.ts';
import type { ScanProgress } from '../workspace/scan.ts';
import type { NamedNotChecked } from './not-checked.ts';

/** Something that is, or was, in a file. */
export interface Placed {
  /** From the root of the report, as people write it. */
  readonly path: string;
  /** The archive that contains the file; the path begins with it. */
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

/** Findings of one rule in one file that are in the baseline and no longer exist. */
export interface Done extends Placed {
  readonly number: number;
}

export interface SinceBaseline {
  readonly done: readonly Done[];
  /** Number of findings that are in the baseline and still exist. */
  readonly known: number;
  /** Number of findings that are not in it. */
  readonly unknown: number;
}

/** A finding of an earlier report, as far as it is needed later. */
export type Earlier = Pick<OpenFinding, 'fingerprint' | 'path' | 'archive' | 'rule' | 'message'>;

export interface SinceEarlier {
  /** The earlier report, as the user wrote its path. */
  readonly file: string;
  readonly gone: readonly (Earlier & Placed)[];
  readonly added: readonly OpenFinding[];
  /** Number of findings that are in both. */
  readonly kept: number;
  /** Number of earlier findings in files, or of rules, that were not checked this time. */
  readonly unseen: number;
  /** Options that differ. */
  readonly otherOptions: readonly string[];
  /** Whether the earlier run checked everything. */
  readonly wasComplete: boolean;
}

/** Options, besides the files, that decide about the findings. Null: not given. */
export type Asked = Readonly<Record<string, string | boolean | readonly string[] | null>>;

export interface MigrationReport {
  readonly asked: Asked;
  readonly target: string;
  readonly counts: Pick<ScanProgress, 'checked' | 'skipped'>;
  readonly open: readonly OpenFinding[];
  /** How many of the open findings are listed; all are counted. */
  readonly listed: readonly OpenFinding[];
  /** Undefined without a baseline. */
  readonly baseline: SinceBaseline | undefined;
  /** Undefined without an earlier report. */
  readonly since: SinceEarlier | undefined;
  /** The files that the owners come from. */
  readonly ownersFrom: readonly string[];
  /** Sentences about what was not checked, or not read. */
  readonly remarks: readonly string[];
  readonly notChecked: readonly NamedNotChecked[];
  readonly isComplete: boolean;
}
