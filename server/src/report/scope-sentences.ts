/** What was checked for and what was not, in sentences. */
import type { Origin } from '../mender/version.ts';
import { type NotIncluded, notIncludedSentence } from '../workspace/skipped-files.ts';
import type { Compared } from './baselines.ts';
import { count } from './count.ts';

export interface Scope {
  /** Changes up to this release are not reported. */
  readonly from: Origin;
  /** The diff whose lines alone were checked. */
  readonly changedIn: string | undefined;
  readonly baseline: Omit<Compared, 'files'>;
  /** Sentences about what was not checked and may be missed. */
  readonly leftOut: readonly string[];
  readonly notIncluded: NotIncluded;
}

/** They limit the sentence that nothing was found. */
export function scopeSentences({ from, changedIn, baseline, leftOut, notIncluded }: Scope): readonly string[] {
  const others = notIncludedSentence(notIncluded);
  return [
    ...originSentences(from),
    ...(changedIn === undefined ? [] : [`Looked only at the lines that ${changedIn} changes.`]),
    ...baselineSentences(baseline),
    ...leftOut,
    ...(others === undefined ? [] : [others]),
  ];
}

function originSentences(from: Origin): string[] {
  return from === 'any' ? [] : [`Looked only for what was changed after Mender ${from}.`];
}

function baselineSentences({ known, prunable }: Scope['baseline']): string[] {
  const isOne = (number: number) => (number === 1 ? 'is' : 'are');
  return [
    ...(known > 0 ? [`${count(known, 'finding')} ${isOne(known)} in the baseline and not shown.`] : []),
    ...(prunable > 0
      ? [
          `${count(prunable, 'finding')} in the baseline ${isOne(prunable)} gone: \`mender-lint baseline --prune\` forgets ${prunable === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
}
