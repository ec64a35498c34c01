/** Applies the safe fixes of a document until none is left. */
import { createDocument, type Document } from '../document/document.ts';
import { applyEdits, compatible } from '../fixes/apply.ts';
import { type CheckOptions, check, defaultCheckOptions } from './check.ts';
import { type Finding, safeFix } from './finding.ts';

export interface FixedText {
  readonly text: string;
  /** Number of findings answered. */
  readonly fixed: number;
  /** What is left, in the offsets of the new text. */
  readonly left: readonly Finding[];
}

/** One round fixes what does not overlap; a fix that uncovers another one gets a round of its own. */
const MOST_ROUNDS = 16;

export function fixAll(document: Document, options: CheckOptions = defaultCheckOptions): FixedText {
  let current = document;
  let fixed = 0;
  let left = check(current, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = compatible(left.flatMap(finding => safeFix(finding) ?? []));
    if (fixes.length === 0) break;
    const text = applyEdits(
      current.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (text === undefined || text === current.text) break;
    fixed += fixes.length;
    current = createDocument({ uri: document.uri, path: document.path, languageId: document.languageId, text });
    left = check(current, options);
  }
  return { text: current.text, fixed, left };
}
