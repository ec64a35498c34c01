/** The message of a finding, from the sentence of its row. */
import type { Row } from '../catalogue/row.ts';
import type { Match } from '../rules/sighting.ts';

export function messageOf({ row, use, to, noFix }: Match): string {
  const sentence = row.message.replace(/\{(use|to)\}/g, (_, gap) =>
    gap === 'use' ? clipped(use) : (to ?? replacementText(row)),
  );
  return noFix === undefined ? sentence : `${sentence.replace(/\.$/, '')} (${noFix}).`;
}

/** What the row offers, for a sentence. */
export function replacementText({ replacement }: Row): string {
  switch (replacement.kind) {
    case 'rewrite':
    case 'add':
      return replacement.to;
    case 'choose':
      return replacement.to[0] ?? '';
    default:
      return '';
  }
}

const LONGEST_USE = 80;

/** On one line and not longer than a message can bear. */
function clipped(use: string): string {
  const line = use.replace(/\s+/g, ' ');
  return line.length > LONGEST_USE ? `${line.slice(0, LONGEST_USE - 1)}…` : line;
}
