/** How a program of Mender is called, apart from its options: two calls that differ in it do not do the same. */
import type { CallLine } from '../fixes/call-line.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation } from '../usage/usage.ts';

export function callSignatureOf({ context: { captured, read } }: Invocation, { items }: CallLine): string {
  const operands = items.flatMap(({ kind, words }) =>
    kind === 'operand' ? words.map(word => textWithPlaceholders(word)) : [],
  );
  return JSON.stringify([operands, captured, read === true]);
}
