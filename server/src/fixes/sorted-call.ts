/** A call whose output is sorted again, where its successor prints it in no order. */
import type { Invocation } from '../usage/usage.ts';
import { EditBuilder, type Fix } from './fix.ts';

/**
 * `rewrite` makes the call one of `name`. Nothing where the status counts, which would be that of `sort`, or where
 * pipes are impossible.
 */
export function sortedCall(invocation: Invocation, rewrite: EditBuilder, name: string): Fix[] {
  const { source, command, context, args, spread, indirection } = invocation;
  const last = args.at(-1);
  if (context.language !== 'shell' || context.place === 'directive' || context.status === 'tested') return [];
  if (spread || indirection || last?.source !== source || !rewrite.possible) return [];
  // A redirection of its errors would apply to those of `sort`.
  if (/[2&]>|<</.test(source.text.slice(last.end, command.end))) return [];
  const edits = new EditBuilder().add(rewrite).insertAfter(source, last.end, ' | LC_ALL=C sort').finish();
  return edits ? [{ title: `Replace with \`${name}\`, and sort its lines as 3.x did`, safety: 'review', edits }] : [];
}
