/** What may be done about a finding. */
import { type Finding, safeFix } from '../findings/finding.ts';

export type Remedy = 'safe' | 'review' | 'none';

export function remedyOf(finding: Finding): Remedy {
  if (safeFix(finding)) return 'safe';
  return finding.fixes.length > 0 ? 'review' : 'none';
}
