/** What a person must check in a rewritten call: its status, or its output, is no longer the same. */
import type { RuleOf } from '../mender/catalogue.ts';
import { isInFunction } from '../usage/branch-context.ts';
import type { Invocation } from '../usage/usage.ts';
import { goesIntoFile, orderMatters } from './line-order.ts';

type CommandRule = RuleOf<'command'>;

export function statusReview({ match }: CommandRule, invocation: Invocation): string[] {
  if (match.exitStatus === undefined) return [];
  const { status } = invocation.context;
  const counts =
    status === 'tested' ||
    (status === 'last' && !isInWord(invocation)) ||
    (status !== 'ignored' && (match.statusCounts === true || countsFurtherOn(invocation)));
  return counts ? [match.exitStatus] : [];
}

/** In a word of another command, or before a pipe: nobody looks at its status. */
function isInWord({ context: { captured, variable } }: Invocation): boolean {
  return captured && variable === undefined;
}

/** With `set -e` a failure ends the script, and the last command of a function gives the function's status. */
function countsFurtherOn(invocation: Invocation): boolean {
  const { source, command, context } = invocation;
  const { branchContext, leavesOnFailure } = context;
  if (isInWord(invocation)) return false;
  if (leavesOnFailure) return true;
  return isInFunction(branchContext) && endsFunction.test(source.text.slice(command.end));
}

/** After the last command of a body in braces. */
const endsFunction = /^\s*;?\s*(?:return(?:[ \t]+"?\$\?"?)?\s*;?\s*)?\}/;

export function outputReview({ match }: CommandRule, invocation: Invocation): string[] {
  const { output, unsorted, inventory, form } = match;
  const isKept = form === 'version' && goesIntoFile(invocation);
  return [
    output !== undefined && (invocation.context.read === true || isKept) ? output : [],
    unsorted !== undefined && orderMatters(invocation) ? unsorted : [],
    inventory !== undefined && isInventoryOf(invocation, inventory.key) ? inventory.reason : [],
  ].flat();
}

/** The script's whole output goes into the inventory, and the key is not in it. */
function isInventoryOf({ inventory, source }: Invocation, key: string): boolean {
  return inventory !== undefined && !new RegExp(`\\b${key}\\b`).test(source.text);
}
