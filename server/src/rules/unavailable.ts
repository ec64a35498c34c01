/**
 * Calls of the new programs for something that the target does not have yet, or no longer has: the program itself, or a
 * command.
 */

import type { CallLine } from '../fixes/call-line.ts';
import type { ProgramSpec } from '../mender/programs.ts';
import { isAvailable, type Lifetime } from '../mender/version.ts';
import { toDocument } from '../text/fragment.ts';
import { textWithPlaceholders, type Word } from '../text/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match, RuleContext } from './occurrence.ts';
import { type OptionRule, optionRule } from './option-rule.ts';

export function unavailableProgram(invocation: Invocation, program: ProgramSpec, context: RuleContext): Match[] {
  const rule = optionRule(context, 'unavailable', program.name);
  return rule ? [lacking(invocation, rule, invocation.name, program.name, program, 'program')] : [];
}

export function unavailableCommand(invocation: Invocation, { command }: CallLine, context: RuleContext): Match[] {
  const rule = optionRule(context, 'unavailable', command?.spec.name ?? '');
  if (!command || !rule || isAvailable(command.spec, context.target)) return [];
  const use = `${textWithPlaceholders(invocation.name)} ${command.text}`.replaceAll('\0', '…');
  return [lacking(invocation, rule, command.item.words[0], use, command.spec, `command:${command.spec.name}`)];
}

function lacking(
  invocation: Invocation,
  rule: OptionRule,
  word: Word,
  use: string,
  { since, until }: Lifetime,
  actionKey: string,
): Match {
  return {
    kind: 'match',
    rule: rule,
    thing: { since, until },
    range: toDocument(word.source, word),
    use,
    to: 'Leave it out',
    fixes: [],
    notes: [],
    branchContext: invocation.context.branchContext,
    actionKey,
    indirection: invocation.indirection,
  };
}
