/** Applies the fixes of a document, one round after the other, until none is left. */
import { createDocument, type Document } from '../document/document.ts';
import { applyEdits, compatible } from '../fixes/apply.ts';
import type { Fix } from '../fixes/fix.ts';
import { type CheckOptions, check, defaultCheckOptions } from './check.ts';
import { type Finding, safeFix } from './finding.ts';

/** Which fixes are made; the safe ones of all rules when nothing is said. */
export interface FixChoice {
  /** Only those of these rules. */
  readonly rules?: ReadonlySet<string> | undefined;
  /** Also the best of those that are to be reviewed. */
  readonly unsafe?: boolean;
}

export interface FixedText {
  readonly text: string;
  /** Number of findings answered. */
  readonly fixed: number;
  /** What is left of the rules concerned, in the offsets of the new text. */
  readonly left: readonly Finding[];
  /**
   * What was found in the old text, and neither fixed nor found any more: with the new names in it, the text looks like one that knows
   * both generations. In the offsets of the old text.
   */
  readonly hidden: readonly Finding[];
}

/** One round fixes what does not overlap; a fix that uncovers another one gets a round of its own. */
const MOST_ROUNDS = 16;

export function fixAll(
  document: Document,
  options: CheckOptions = defaultCheckOptions,
  choice: FixChoice = {},
): FixedText {
  const found = (text: Document) => check(text, options).filter(({ rule }) => choice.rules?.has(rule) ?? true);
  let current = document;
  const fixedBy = new Map<string, number>();
  let fixed = 0;
  const before = found(current);
  let left = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = compatible(
      left.flatMap(finding => {
        const fix = chosenFix(finding, choice);
        return fix ? [{ rule: finding.rule, edits: fix.edits }] : [];
      }),
    );
    if (fixes.length === 0) break;
    const text = applyEdits(
      current.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (text === undefined || text === current.text) break;
    fixed += fixes.length;
    for (const { rule } of fixes) fixedBy.set(rule, (fixedBy.get(rule) ?? 0) + 1);
    current = createDocument({ uri: document.uri, path: document.path, languageId: document.languageId, text });
    left = found(current);
  }
  return { text: current.text, fixed, left, hidden: current === document ? [] : hiddenOf(before, fixedBy, left) };
}

/**
 * Told by their number: where they would be now nobody knows, and the last ones of a rule stand for those that are gone. What is wrong
 * with a configuration or a comment may have gone with what was wrong beside it.
 */
function hiddenOf(
  before: readonly Finding[],
  fixedBy: ReadonlyMap<string, number>,
  left: readonly Finding[],
): readonly Finding[] {
  const accounted = new Map(fixedBy);
  for (const { rule } of left) accounted.set(rule, (accounted.get(rule) ?? 0) + 1);
  return before.filter(({ rule, row }) => {
    const number = accounted.get(rule) ?? 0;
    accounted.set(rule, number - 1);
    return number <= 0 && row.match.kind !== 'config' && row.match.kind !== 'suppression';
  });
}

function chosenFix(finding: Finding, { unsafe }: FixChoice): Fix | undefined {
  return unsafe ? finding.fixes[0] : safeFix(finding);
}
