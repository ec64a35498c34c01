/** A reported problem: a rule, a place, a message, and ways to correct it. */

import type { Fix } from '../fixes/fix.ts';
import type { Rule } from '../mender/rule.ts';
import type { Note } from '../rules/occurrence.ts';
import type { Range } from '../text/fragment.ts';

export type Severity = 'error' | 'warning' | 'information';

export interface Finding {
  /** Id of the catalogue rule. */
  readonly rule: string;
  /** The rule itself, which may be a custom one. */
  readonly definition: Rule;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 offsets in the document, end exclusive. */
  readonly range: Range;
  /** The underlined text still works on the target, but is deprecated: it may be struck through. */
  readonly deprecated: boolean;
  /** The best one first. */
  readonly fixes: readonly Fix[];
  readonly notes: readonly Note[];
}

/** The fix that may be applied without asking, if any. */
export function safeFix({ fixes }: Finding): Fix | undefined {
  const [best] = fixes;
  return best?.safety === 'safe' ? best : undefined;
}

/** What may be done about a finding. */
export type Remedy = 'safe' | 'review' | 'none';

export function remedyOf(finding: Finding): Remedy {
  if (safeFix(finding)) return 'safe';
  return finding.fixes.length > 0 ? 'review' : 'none';
}
