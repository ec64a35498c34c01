/** What a person has to check of a rewritten call: that its status, or what it prints, is no longer what it was. */
import type { RowOf } from '../catalogue/catalogue.ts';
import type { Invocation } from '../usage/usage.ts';
import { orderMatters } from './line-order.ts';

type CommandRow = RowOf<'command'>;

export function statusReview({ match }: CommandRow, invocation: Invocation): string[] {
  const { status } = invocation.context;
  const counts =
    status === 'tested' || (status !== 'ignored' && (match.statusCounts === true || endsScript(invocation)));
  return match.exitStatus !== undefined && counts ? [match.exitStatus] : [];
}

/** With `set -e` a failure ends the script, but not one in a word of another command or before a pipe. */
function endsScript({ source, context: { captured, variable } }: Invocation): boolean {
  return (!captured || variable !== undefined) && errexit.test(source.text);
}

const errexit = /^(?:#!.*sh\s+-[a-z]*e|[ \t]*set\s+(?:-[a-z]+\s+)*(?:-[a-z]*e|-o\s+errexit))/m;

export function outputReview({ match }: CommandRow, invocation: Invocation): string[] {
  const { output, unsorted, inventory } = match;
  return [
    output !== undefined && invocation.context.read === true ? output : [],
    unsorted !== undefined && orderMatters(invocation) ? unsorted : [],
    inventory !== undefined && isInventoryOf(invocation, inventory.key) ? inventory.reason : [],
  ].flat();
}

/** What the script prints is all that the inventory gets, and the key is not among it. */
function isInventoryOf({ inventory, source }: Invocation, key: string): boolean {
  return inventory === true && !new RegExp(`\\b${key}\\b`).test(source.text);
}
