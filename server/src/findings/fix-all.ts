/** Applies the fixes of a document, one round after the other, until none is left. */

import type { Fix } from '../fixes/fix.ts';
import { createDocument, type Document } from '../languages/document.ts';
import { applyEdits, compatible } from '../text/apply-edits.ts';
import { firstIndex } from '../text/first-index.ts';
import { MOST_FIX_ROUNDS } from '../text/limits.ts';
import { type CheckOptions, check, defaultCheckOptions } from './check.ts';
import { type Finding, safeFix } from './finding.ts';

/** Which fixes are made; by default the safe ones of all rules. */
export interface FixChoice {
  /** Only those of these rules. */
  readonly rules?: ReadonlySet<string> | undefined;
  /** Also the best fix to review of each finding. */
  readonly unsafe?: boolean;
}

export interface FixedText {
  readonly text: string;
  /** Number of findings fixed. */
  readonly fixed: number;
  /** Remaining findings of the chosen rules, in the offsets of the new text. */
  readonly left: readonly Finding[];
  /** The fixes that were made, in the order of the text. */
  readonly made: readonly MadeFix[];
}

export interface MadeFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Where its new text begins. */
  readonly at: number;
}

export function fixAll(
  document: Document,
  options: CheckOptions = defaultCheckOptions,
  choice: FixChoice = {},
): FixedText {
  const found = (text: Document) => check(text, options).filter(({ rule }) => choice.rules?.has(rule) ?? true);
  let current = document;
  let fixed = 0;
  let left = found(current);
  let made: readonly MadeFix[] = [];
  for (let round = 0; round < MOST_FIX_ROUNDS; round++) {
    const fixes = compatible(distinct(left, choice));
    if (fixes.length === 0) break;
    const edits = fixes.flatMap(fix => fix.edits);
    const text = applyEdits(current.text, edits);
    if (text === undefined || text === current.text) break;
    const move = movement(edits);
    made = [
      ...made.map(each => ({ ...each, at: move(each.at) })),
      ...fixes.map(({ finding, fix }) => ({ finding, fix, at: move(fix.edits[0]!.start) })),
    ];
    fixed += fixes.reduce((number, { answers }) => number + answers, 0);
    current = createDocument({ uri: document.uri, path: document.path, languageId: document.languageId, text });
    left = found(current);
  }
  return { text: current.text, fixed, left, made: made.toSorted((a, b) => a.at - b.at) };
}

interface ChosenFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: Fix['edits'];
  readonly answers: number;
}

/** Findings that depend on each other share one fix. */
function distinct(findings: readonly Finding[], choice: FixChoice): readonly ChosenFix[] {
  const byEdits = new Map<string, ChosenFix>();
  for (const finding of findings) {
    const fix = chosenFix(finding, choice);
    if (!fix) continue;
    const key = JSON.stringify(fix.edits);
    const known = byEdits.get(key) ?? { finding, fix, edits: fix.edits, answers: 0 };
    byEdits.set(key, { ...known, answers: known.answers + 1 });
  }
  return [...byEdits.values()];
}

/** The place of an offset after edits of the text, moved by those before it. */
function movement(edits: Fix['edits']): (at: number) => number {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const moved = [0];
  for (const { start, end, newText } of sorted) moved.push(moved.at(-1)! + newText.length - (end - start));
  return at => {
    const after = firstIndex(sorted.length, index => sorted[index]!.start >= at || sorted[index]!.end > at);
    return at + moved[after]!;
  };
}

function chosenFix(finding: Finding, { unsafe }: FixChoice): Fix | undefined {
  return unsafe ? finding.fixes[0] : safeFix(finding);
}
