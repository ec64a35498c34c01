/** The numbers of findings that `fix` fixed and left. */
import type { Finding } from '../../findings/finding.ts';
import { remainingPart, remainingParts } from '../../findings/remaining-summary.ts';
import { count } from '../../report/count.ts';

export interface FixTotals {
  readonly fixed: number;
  readonly files: number;
  readonly left: readonly Finding[];
  /** Findings of files that could not be written. */
  readonly unwritten: readonly Finding[];
  /** Findings of files that were not named. */
  readonly outside: readonly Finding[];
  /** Of all these, those in a baseline. */
  readonly known: number;
}

function numberLeft({ left, unwritten, outside }: FixTotals): number {
  return left.length + unwritten.length + outside.length;
}

const advice = '`--unsafe` applies the first suggestion of what is to review. ';

/** Lines, of which the first continues "Fixed". */
export function fixSummary(totals: FixTotals, unsafe: boolean): readonly string[] {
  const { fixed, files, left, unwritten, outside, known } = totals;
  const done = `${count(fixed, 'finding')} in ${count(files, 'file')}`;
  const number = numberLeft(totals);
  if (number === 0) return [`${done}.`];
  const isOffered = !unsafe && left.some(({ fixes }) => fixes.length > 0);
  const parts = [
    ...remainingParts(left),
    ...remainingPart(unwritten, 'not written'),
    ...remainingPart(outside, 'out of what was named'),
  ];
  return [
    `${done}; ${count(number, 'finding')} left:`,
    ...parts.map(part => `    ${part}`),
    `${isOffered ? advice : ''}${whereShown(number, known)}`,
  ];
}

function whereShown(left: number, known: number): string {
  if (known === 0) return `\`mender-lint check\` shows ${left === 1 ? 'it' : 'them'}.`;
  return known === left
    ? 'The baseline knows all of it: `mender-lint check` shows nothing.'
    : `The baseline knows ${known} of them: \`mender-lint check\` shows the others.`;
}
