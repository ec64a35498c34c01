/** A new program called with a command of another new program, as search and replace leaves it. */

import { deleteWords } from '../fixes/call-edits.ts';
import type { CallLine } from '../fixes/call-line.ts';
import { EditBuilder } from '../fixes/fix.ts';
import type { ProgramSpec } from '../mender/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match, RuleContext } from './occurrence.ts';

/** `line` is the call read by the grammar of `program`. */
export function foreignCommand(
  invocation: Invocation,
  program: ProgramSpec,
  line: CallLine,
  { catalogue, target }: RuleContext,
): Match[] {
  const [first] = line.items;
  const rule = catalogue.rulesOf('option').find(({ match }) => match.defect === 'foreign-command');
  const commandRules = catalogue.rulesOf('command');
  const successors = commandRules.find(({ match }) => !match.form && match.spellings[0] === line.unknownCommand)?.match
    .successors;
  const [successor, ...others] = successors ?? [];
  if (program.dialect === 'go' || !rule || !first || !successor || others.length > 0) return [];
  const grammar = catalogue.grammar(successor.program, target);
  const isThere = successor.command === undefined || grammar?.commands.some(({ name }) => name === successor.command);
  const { name, source, context, indirection } = invocation;
  const word = line.items.find(item => item.kind === 'operand')!.words[0];
  const range = locate(name, textWithPlaceholders(name).length - program.name.length, program.name.length);
  const edits = new EditBuilder();
  if (range && first.words[0] === word && !indirection && grammar && isThere)
    edits.replace(name.source, range, successor.program);
  else edits.impossible();
  if (!successor.command) deleteWords(edits, [word]);
  const finished = edits.finish();
  const to = [successor.program, successor.command].filter(Boolean).join(' ');
  const isOneText = word.source === name.source && name.source === source && word.start >= name.end;
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(name.source, isOneText ? { start: name.start, end: word.end } : name),
      use: `${program.name} ${line.unknownCommand}`,
      to,
      fixes: finished ? [{ title: `Replace with \`${to}\``, safety: 'review', edits: finished }] : [],
      notes: [],
      branchContext: context.branchContext,
      actionKey: `command:${line.unknownCommand}`,
      indirection,
    },
  ];
}
