/** How a program of Mender is called, apart from its options: two calls that differ in it do not do the same. */
import type { CallLine } from '../fixes/call-line.ts';
import { skeleton } from '../syntax/word.ts';
import type { Invocation } from '../usage/usage.ts';

export function mannerOf({ context: { captured, read } }: Invocation, { items }: CallLine): string {
  const operands = items.flatMap(({ kind, words }) => (kind === 'operand' ? words.map(word => skeleton(word)) : []));
  return JSON.stringify([operands, captured, read === true]);
}
