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
  let fixed = 0;
  let left = found(current);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = compatible(distinct(left.flatMap(finding => chosenFix(finding, choice) ?? [])));
    if (fixes.length === 0) break;
    const text = applyEdits(
      current.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (text === undefined || text === current.text) break;
    fixed += fixes.reduce((number, { answers }) => number + answers, 0);
    current = createDocument({ uri: document.uri, path: document.path, languageId: document.languageId, text });
    left = found(current);
  }
  return { text: current.text, fixed, left };
}

/** Findings that hang together have one fix. */
function distinct(fixes: readonly Fix[]): readonly { readonly edits: Fix['edits']; readonly answers: number }[] {
  const byEdits = new Map<string, { readonly edits: Fix['edits']; readonly answers: number }>();
  for (const { edits } of fixes) {
    const key = JSON.stringify(edits);
    byEdits.set(key, { edits, answers: (byEdits.get(key)?.answers ?? 0) + 1 });
  }
  return [...byEdits.values()];
}

function chosenFix(finding: Finding, { unsafe }: FixChoice): Fix | undefined {
  return unsafe ? finding.fixes[0] : safeFix(finding);
}
