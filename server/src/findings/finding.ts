/** What is reported: a rule, a place, a message, and ways to put it right. */

import type { Fix } from '../fixes/fix.ts';
import type { Rule } from '../mender/rule.ts';
import type { Note } from '../rules/occurrence.ts';
import type { Range } from '../text/fragment.ts';

export type Severity = 'error' | 'warning' | 'information';

export interface Finding {
  /** Id of the catalogue rule. */
  readonly rule: string;
  /** The rule itself, which may be one of the project's own. */
  readonly definition: Rule;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 offsets in the document, end exclusive. */
  readonly range: Range;
  /** What is underlined still works on the target, and is on its way out: it may be struck through. */
  readonly deprecated: boolean;
  /** The best one first. */
  readonly fixes: readonly Fix[];
  readonly notes: readonly Note[];
}

/** The fix that may be applied without asking, if there is one. */
export function safeFix({ fixes }: Finding): Fix | undefined {
  const [best] = fixes;
  return best?.safety === 'safe' ? best : undefined;
}

/** What may be done about it. */
export type Remedy = 'safe' | 'review' | 'none';

export function remedyOf(finding: Finding): Remedy {
  if (safeFix(finding)) return 'safe';
  return finding.fixes.length > 0 ? 'review' : 'none';
}
