/** Calls of the new programs for what the target does not have yet, or has no more: the program itself, or a command. */
import type { ProgramSpec } from '../catalogue/programs.ts';
import { isAvailable, type Lifetime } from '../catalogue/version.ts';
import type { CallLine } from '../fixes/call-line.ts';
import { toDocument } from '../syntax/fragment.ts';
import { skeleton, type Word } from '../syntax/word.ts';
import type { Invocation } from '../usage/usage.ts';
import { type OptionRow, optionRow } from './option-row.ts';
import type { Match, RuleContext } from './sighting.ts';

export function unavailableProgram(invocation: Invocation, program: ProgramSpec, context: RuleContext): Match[] {
  const row = optionRow(context, 'unavailable', program.name);
  return row ? [lacking(invocation, row, invocation.name, program.name, program, 'program')] : [];
}

export function unavailableCommand(invocation: Invocation, { command }: CallLine, context: RuleContext): Match[] {
  const row = optionRow(context, 'unavailable', command?.spec.name ?? '');
  if (!command || !row || isAvailable(command.spec, context.target)) return [];
  const use = `${skeleton(invocation.name)} ${command.text}`.replaceAll('\0', '…');
  return [lacking(invocation, row, command.item.words[0], use, command.spec, `command:${command.spec.name}`)];
}

function lacking(
  invocation: Invocation,
  row: OptionRow,
  word: Word,
  use: string,
  { since, until }: Lifetime,
  action: string,
): Match {
  return {
    kind: 'match',
    row,
    thing: { since, until },
    range: toDocument(word.source, word),
    use,
    to: 'Leave it out',
    fixes: [],
    notes: [],
    frame: invocation.context.frame,
    action,
    via: invocation.via,
  };
}
