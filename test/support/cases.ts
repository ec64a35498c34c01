/** Tables of texts: where a finding is, marked with « and », its rule, and the text after its best fix. */
import assert from 'node:assert/strict';
import type { Safety } from '../../server/src/mender/rule.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { findings } from './texts.ts';

export interface Found {
  /** The text with each finding's range between « and ». */
  readonly text: string;
  /** Rules of the findings in their order. */
  readonly rules: string | readonly string[];
  /** After the best fix of every finding; absent when none has one. */
  readonly fixed?: string;
  /** Of the best fix of the first finding. */
  readonly safety?: Safety;
  /** What its title says should be checked. */
  readonly check?: RegExp;
}

/** Adds one test a case; `path` decides what the text is. */
export function foundCases(title: string, path: string, cases: readonly Found[]): void {
  describe(title, () => {
    for (const found of cases) it(JSON.stringify(found.text), () => assertFound(found, path));
  });
}

export function quietCases(title: string, path: string, texts: readonly string[]): void {
  describe(title, () => {
    for (const text of texts) {
      it(JSON.stringify(text), () =>
        assert.deepEqual(
          findings(text, path).map(({ rule, range }) => [rule, text.slice(range.start, range.end)]),
          [],
        ),
      );
    }
  });
}

/** Only the findings, and not their fixes. */
export function reportedCases(title: string, path: string, texts: readonly string[]): void {
  describe(title, () => {
    for (const marked of texts) {
      it(JSON.stringify(marked), () => {
        const text = marked.replace(/[«»]/g, '');
        const ranges = findings(text, path).map(({ range }) => range);
        assert.equal(withMarks(text, ranges), marked);
      });
    }
  });
}

function assertFound({ text: marked, rules, fixed, safety, check }: Found, path: string): void {
  const text = marked.replace(/[«»]/g, '');
  const found = findings(text, path);
  assert.equal(
    withMarks(
      text,
      found.map(({ range }) => range),
    ),
    marked,
  );
  assert.deepEqual(
    found.map(({ rule }) => rule),
    [rules].flat(),
  );
  // Uses that depend on each other share their edits.
  const edits = [...new Set(found.flatMap(({ fixes: [best] }) => best?.edits ?? []))];
  const after = edits.length === 0 ? undefined : applyEdits(text, edits);
  assert.equal(after, fixed);
  const best = found[0]?.fixes[0];
  if (safety) assert.equal(best?.safety, safety, best?.title);
  if (check) assert.match(best?.title ?? '', check);
}

function withMarks(text: string, ranges: readonly { start: number; end: number }[]): string {
  const marks = ranges.flatMap(({ start, end }) => [
    { start, end: start, newText: '«' },
    { start: end, end, newText: '»' },
  ]);
  return applyEdits(text, marks) ?? text;
}
