/** What a report tells, in any format. */
import type { Origin, Target } from '../catalogue/version.ts';
import type { Severity } from '../findings/finding.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import type { NotIncluded } from '../workspace/left-out.ts';
import type { Compared } from './baselines.ts';
import type { Scanned } from './scan.ts';

export interface Report {
  readonly target: Target;
  /** What was changed up to here is not told. */
  readonly from: Origin;
  /** Files with findings, in the order of their paths. */
  readonly files: readonly CheckedFile[];
  readonly counts: Scanned['counts'];
  readonly notChecked: Scanned['notChecked'];
  readonly baseline: Omit<Compared, 'files'>;
  /** Sentences about what was not looked at and may be missed. */
  readonly leftOut: readonly string[];
  readonly notIncluded: NotIncluded;
  /** The diff whose lines alone were looked at. */
  readonly changedIn: string | undefined;
  /** From which severity on findings count. */
  readonly failOn: Severity;
  /** What a path is called in the repository. */
  readonly nameOf: (path: string) => string;
}
