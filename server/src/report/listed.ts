/** Which of the open findings a report lists: as many as are shown anywhere else. All are counted. */
import type { Limits } from '../options/limits.ts';
import { trimmed } from '../workspace/finding-limits.ts';
import type { OpenFinding } from './migration-report.ts';

/** `open`: file by file. */
export function listedOf(open: readonly (readonly OpenFinding[])[], limits: Limits): readonly OpenFinding[] {
  let before = 0;
  return open.flatMap(findings => {
    const { shown } = trimmed(findings, limits, before);
    before += findings.length;
    return shown;
  });
}
