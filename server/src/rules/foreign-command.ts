/** A new program called with a command that one of the others has: what a rename by search and replace leaves behind. */
import type { ProgramSpec } from '../catalogue/programs.ts';
import { deleteWords } from '../fixes/call-edits.ts';
import type { CallLine } from '../fixes/call-line.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate, skeleton } from '../syntax/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match, RuleContext } from './sighting.ts';

/** `line` is the call read by the grammar of `program`. */
export function foreignCommand(
  invocation: Invocation,
  program: ProgramSpec,
  line: CallLine,
  { catalogue, target }: RuleContext,
): Match[] {
  const [first] = line.items;
  const row = catalogue.rowsOf('option').find(({ match }) => match.defect === 'foreign-command');
  const commandRows = catalogue.rowsOf('command');
  const successors = commandRows.find(({ match }) => !match.form && match.spellings[0] === line.unknownCommand)?.match
    .successors;
  const [successor, ...others] = successors ?? [];
  if (program.dialect === 'go' || !row || !first || !successor || others.length > 0) return [];
  const grammar = catalogue.grammar(successor.program, target);
  const isThere = successor.command === undefined || grammar?.commands.some(({ name }) => name === successor.command);
  const { name, source, context, via } = invocation;
  const word = line.items.find(item => item.kind === 'operand')!.words[0];
  const range = locate(name, skeleton(name).length - program.name.length, program.name.length);
  const edits = new EditBuilder();
  if (range && first.words[0] === word && !via && grammar && isThere)
    edits.replace(name.source, range, successor.program);
  else edits.impossible();
  if (!successor.command) deleteWords(edits, [word]);
  const finished = edits.finish();
  const to = [successor.program, successor.command].filter(Boolean).join(' ');
  const isOneText = word.source === name.source && name.source === source && word.start >= name.end;
  return [
    {
      kind: 'match',
      row,
      range: toDocument(name.source, isOneText ? { start: name.start, end: word.end } : name),
      use: `${program.name} ${line.unknownCommand}`,
      to,
      fixes: finished ? [{ title: `Replace with \`${to}\``, safety: 'review', edits: finished }] : [],
      notes: [],
      frame: context.frame,
      action: `command:${line.unknownCommand}`,
      via,
    },
  ];
}
