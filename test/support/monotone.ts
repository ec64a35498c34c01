/** Whether fixes of a text remove the findings they name, and no others: a finding is its rule and its range. */

import type { Finding } from '../../server/src/findings/finding.ts';
import type { Edit } from '../../server/src/fixes/fix.ts';
import { applyEdits, compatible } from '../../server/src/text/apply-edits.ts';
import type { Random } from '../fuzz/random.ts';

export interface Chosen {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** One fix for some of the findings, as far as they can be made together. */
export function someFixes(findings: readonly Finding[], random: Random): readonly Chosen[] {
  const offered = findings.flatMap(finding => {
    if (finding.fixes.length === 0 || random.once(3)) return [];
    return [{ finding, edits: random.pick(finding.fixes).edits }];
  });
  return compatible(offered);
}

/** Findings that are gone although nothing was done about them: `RULE "TEXT"`. */
export function vanished(
  text: string,
  findings: readonly Finding[],
  chosen: readonly Chosen[],
  check: (text: string) => readonly Finding[],
): readonly string[] {
  const edits = chosen.flatMap(each => each.edits).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const after = applyEdits(text, edits);
  if (after === undefined || edits.length === 0) return [];
  const left = new Set(check(after).map(({ rule, range }) => `${rule} ${range.start} ${range.end}`));
  const fixed = new Set(chosen.map(({ finding }) => finding));
  return findings
    .filter(finding => !fixed.has(finding) && !edits.some(edit => touches(edit, finding)))
    .filter(({ rule, range }) => !left.has(`${rule} ${moved(range.start, edits)} ${moved(range.end, edits)}`))
    .map(({ rule, range }) => `${rule} ${JSON.stringify(text.slice(range.start, range.end))}`);
}

function touches({ start, end }: Edit, { range }: Finding): boolean {
  return start <= range.end && range.start <= end;
}

function moved(offset: number, edits: readonly Edit[]): number {
  let by = 0;
  for (const { start, end, newText } of edits) if (end <= offset) by += newText.length - (end - start);
  return offset + by;
}
