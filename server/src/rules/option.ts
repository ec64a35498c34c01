/** Calls of the new programs with options only the old one understood: what a rename by hand leaves behind. */
import { appliesTo, type RowOf, rowsOf } from '../catalogue/catalogue.ts';
import { newProgram, type OptionSpec, oldProgram, type ProgramSpec } from '../catalogue/programs.ts';
import { atLeast } from '../catalogue/version.ts';
import { deleteWords, wordText } from '../fixes/call-edits.ts';
import { type CallLine, type OptionItem, readCall } from '../fixes/call-line.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { acceptedLogLevel, optionText, valueText } from '../fixes/option-text.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { skeleton, type Word } from '../syntax/word.ts';
import { calledWord, type Invocation } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import type { Match, Reference, RuleContext, Sighting } from './sighting.ts';

type OptionRow = RowOf<'option'>;

const rows = rowsOf('option');
const oldOptions: readonly OptionSpec[] = [
  ...oldProgram.globals,
  ...oldProgram.commands.flatMap(({ options }) => options),
];

export function matchNewProgram(invocation: Invocation, context: RuleContext): Sighting[] {
  const program = newProgram(baseName(skeleton(invocation.name)));
  if (!program) return [];
  const line = readCall(program, invocation.args, { everyOption: oldOptions });
  const matches = line.items.flatMap(item =>
    item.kind === 'option' ? (matchOption(invocation, program, line, item, context) ?? []) : [],
  );
  return [reference(invocation, program, line), ...matches, ...unavailableCommand(invocation, line, context)];
}

function reference({ context }: Invocation, program: ProgramSpec, line: CallLine): Reference {
  const asks = line.items.some(item => item.kind === 'option' && /^(?:help|version)$/.test(item.spec.name));
  // The commandless programs are named after the old subcommand.
  const command = line.command?.spec.name ?? program.name.replace('mender-', '');
  const old = program.name === 'mender-snapshot' ? 'snapshot' : command;
  return { kind: 'reference', action: `command:${asks ? 'version' : old}`, probe: asks, frame: context.frame };
}

interface Defect {
  readonly row: OptionRow;
  readonly edits: EditBuilder;
  /** The option as it should be written, for the message. */
  readonly to: string;
  /** The option moves to the subcommand. */
  readonly anchor?: Range | undefined;
}

function matchOption(
  invocation: Invocation,
  program: ProgramSpec,
  line: CallLine,
  item: OptionItem,
  context: RuleContext,
): Match | undefined {
  const defect = defectOf(program, calledWord(invocation), line, item, context);
  if (!defect || !appliesTo(defect.row, context.target)) return undefined;
  const { row, edits, to } = defect;
  const [first] = item.words;
  const last = item.words.at(-1)!;
  const own = { start: toDocument(first.source, first).start, end: toDocument(last.source, last).end };
  const range = defect.anchor
    ? { start: Math.min(own.start, defect.anchor.start), end: Math.max(own.end, defect.anchor.end) }
    : own;
  const finished = row.replacement.kind === 'none' ? undefined : edits.finish();
  const safety = row.replacement.kind === 'none' ? 'review' : row.replacement.safety;
  const title = to === '' ? `Remove \`${item.words[0].text}\`` : `Write \`${to}\``;
  return {
    kind: 'match',
    row,
    range,
    use: `${program.name} ${optionName(item)}`,
    to,
    fixes: finished ? [{ title, safety, edits: finished }] : [],
    notes: [],
    frame: invocation.context.frame,
    action: `option:${item.spec.name}`,
    via: invocation.via,
  };
}

/** The option without its value, which may be a secret. */
function optionName({ dashes, written, value, words }: OptionItem): string {
  const attached = value?.word === words[0] ? '=…' : '';
  return `${'-'.repeat(dashes)}${written}${attached}`;
}

/** The first thing wrong with an option, and the edits that put all of it right. */
function defectOf(
  program: ProgramSpec,
  word: Word,
  line: CallLine,
  item: OptionItem,
  { target }: RuleContext,
): Defect | undefined {
  const { name } = item.spec;
  const inCommand = line.command?.spec.options.find(option => option.name === name);
  const inGlobal = program.globals.find(option => option.name === name);
  const spec = (item.zone === 'global' ? inGlobal : inCommand) ?? inGlobal ?? inCommand;
  if (rowFor('valueless', name) && program.dialect === 'strict')
    return { row: rowFor('valueless', name)!, edits: new EditBuilder(), to: '' };
  if (!spec) return unknownOption(program, word, line, item);
  if (spec.since && !atLeast(target, spec.since)) return unavailable(program, word, line, item, spec);
  if (program.commandless || program.dialect === 'go') return undefined;
  const here = item.zone === 'global' ? inGlobal : inCommand;
  if (!here && line.command) return misplaced(program, word, line, item, spec);
  const row = malformed(item, spec);
  if (row) return written(row, word, line, item, spec, program);
  const { deprecated } = spec;
  const newer = deprecated && atLeast(target, deprecated.since) && item.written === spec.name;
  return newer
    ? written(rowFor('deprecated', name), word, line, item, { ...spec, name: deprecated.use }, program)
    : undefined;
}

function rowFor(defect: OptionRow['match']['defect'], option: string): OptionRow | undefined {
  return rows.find(({ match }) => match.defect === defect && (match.options?.includes(option) ?? true));
}

/** Removed outright, or known to another of the programs only. */
function unknownOption(program: ProgramSpec, name: Word, line: CallLine, item: OptionItem): Defect | undefined {
  const row = rows.find(
    ({ match }) =>
      (match.defect === 'unknown' || match.defect === 'misplaced') && match.options?.includes(item.spec.name),
  );
  if (!row || program.dialect === 'go') return undefined;
  return { row, edits: deletion(name, line, item), to: '' };
}

function misplaced(
  program: ProgramSpec,
  name: Word,
  line: CallLine,
  item: OptionItem,
  spec: OptionSpec,
): Defect | undefined {
  const row = rows.find(({ match }) => match.defect === 'misplaced' && (match.options?.includes(spec.name) ?? true));
  const anchor = line.command!.item.words[0];
  const result = optionText(item, spec, program);
  if (!row || result.kind !== 'write') return undefined;
  const edits = deletion(name, line, item);
  const text = item.words.map(word => wordText(word, result.edits)).join(' ');
  if (item.zone === 'global') edits.insertAfter(anchor.source, anchor.end, ` ${text}`);
  else edits.insertBefore(anchor.source, anchor.start, `${text} `);
  return { row, edits, to: text, anchor: toDocument(anchor.source, anchor) };
}

/** What the strict parser would not take as it is written. */
function malformed(item: OptionItem, spec: OptionSpec): OptionRow | undefined {
  if (item.written.length > 1 !== (item.dashes === 2)) return rowFor('single-dash', spec.name);
  if (!spec.value) return item.value && rowFor('flag-value', spec.name);
  const level = spec.value === 'log-level' && item.value ? valueText(item.value) : undefined;
  return level !== undefined && level !== acceptedLogLevel(level) ? rowFor('log-level', spec.name) : undefined;
}

/** The same option, at the same place, in the words the parser takes. */
function written(
  row: OptionRow | undefined,
  name: Word,
  line: CallLine,
  item: OptionItem,
  spec: OptionSpec,
  program: ProgramSpec,
): Defect | undefined {
  if (!row) return undefined;
  const result = optionText(item, spec, program);
  if (result.kind === 'impossible') return { row, edits: new EditBuilder().impossible(), to: '' };
  if (result.kind === 'drop') return { row, edits: deletion(name, line, item), to: '' };
  const edits = new EditBuilder();
  for (const edit of result.edits) edits.replace(edit.source, edit, edit.newText);
  return { row, edits, to: item.words.map(word => wordText(word, result.edits)).join(' ') };
}

/** An option newer than the target; an older name of the same short option does instead. */
function unavailable(
  program: ProgramSpec,
  name: Word,
  line: CallLine,
  item: OptionItem,
  spec: OptionSpec,
): Defect | undefined {
  const older = program.globals.find(option => option.deprecated?.use === spec.name);
  // The short name is the same in both.
  if (older && item.written === spec.short) return undefined;
  const row = rowFor('unavailable', spec.name);
  if (older) return written(row, name, line, item, older, program);
  return row && { row, edits: new EditBuilder().impossible(), to: '' };
}

function unavailableCommand(invocation: Invocation, { command }: CallLine, { target }: RuleContext): Match[] {
  const row = rowFor('unavailable', command?.spec.name ?? '');
  if (!command?.spec.since || atLeast(target, command.spec.since) || !row || !appliesTo(row, target)) return [];
  const [word] = command.item.words;
  return [
    {
      kind: 'match',
      row,
      range: toDocument(word.source, word),
      use: `${skeleton(invocation.name)} ${command.text}`.replaceAll('\0', '…'),
      fixes: [],
      notes: [],
      frame: invocation.context.frame,
      action: `command:${command.spec.name}`,
      via: invocation.via,
    },
  ];
}

function deletion(name: Word, line: CallLine, item: OptionItem): EditBuilder {
  const edits = new EditBuilder();
  const before = line.items[line.items.indexOf(item) - 1]?.words.at(-1) ?? name;
  deleteWords(edits, before, item.words);
  return edits;
}
