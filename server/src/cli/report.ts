/** The contents of a report, in any format. */

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
  /** The lowest severity that counts. */
  readonly failOn: Severity;
  /** The path of a file in its repository. */
  readonly nameOf: (path: string) => string;
}
