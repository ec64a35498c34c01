/** What a report tells, in any format. */

import type { Severity } from '../findings/finding.ts';
import type { Target } from '../mender/version.ts';
import type { Scope } from '../report/scope-sentences.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import type { ScanResult } from './scan.ts';

export interface Report extends Scope {
  readonly target: Target;
  /** Files with findings, in the order of their paths. */
  readonly files: readonly CheckedFile[];
  readonly counts: ScanResult['counts'];
  readonly notChecked: ScanResult['notChecked'];
  /** From which severity on findings count. */
  readonly failOn: Severity;
  /** What a path is called in the repository. */
  readonly nameOf: (path: string) => string;
}
