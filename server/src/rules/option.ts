/** Calls of the new programs with options only the old one understood: what a rename by hand leaves behind. */
import { appliesTo, type RowOf, rowsOf } from '../catalogue/catalogue.ts';
import { newProgram, type OptionSpec, oldProgram, type ProgramSpec } from '../catalogue/programs.ts';
import { atLeast } from '../catalogue/version.ts';
import { deleteWords, wordText } from '../fixes/call-edits.ts';
import { type CallLine, type OptionItem, readCall } from '../fixes/call-line.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { optionName } from '../fixes/option-name.ts';
import { acceptedLogLevel, acceptedName, optionText, valueText } from '../fixes/option-text.ts';
import { optionChange } from '../fixes/successor-view.ts';
import { toDocument } from '../syntax/fragment.ts';
import { skeleton } from '../syntax/word.ts';
import type { Invocation } from '../usage/usage.ts';
import { foreignCommand } from './foreign-command.ts';
import { mannerOf } from './manner.ts';
import type { Match, Reference, RuleContext, Sighting } from './sighting.ts';

type OptionRow = RowOf<'option'>;

const rows = rowsOf('option');
const oldOptions: readonly OptionSpec[] = [
  ...oldProgram.globals,
  ...oldProgram.commands.flatMap(({ options }) => options),
];

export function matchNewProgram(invocation: Invocation, context: RuleContext): Sighting[] {
  const program = newProgram(invocation.program);
  if (!program) return [];
  const line = readCall(program, invocation.args, { everyOption: oldOptions });
  const call: Call = { invocation, program, line, context };
  const options = line.items.filter(item => item.kind === 'option');
  return [
    reference(invocation, program, line),
    ...options.flatMap(item => matchOption(call, item) ?? []),
    ...matchMisplaced(call, options),
    ...unavailableCommand(invocation, line, context),
    ...foreignCommand(invocation, program, line),
  ];
}

interface Call {
  readonly invocation: Invocation;
  readonly program: ProgramSpec;
  readonly line: CallLine;
  readonly context: RuleContext;
}

function reference(invocation: Invocation, program: ProgramSpec, line: CallLine): Reference {
  const asks = line.items.some(
    item =>
      item.kind === 'option' && /^(?:help|version)$/.test(item.spec.name) && !/=(?:false|0)$/.test(item.words[0].text),
  );
  // The commandless programs are named after the old subcommand.
  const command = line.command?.spec.name ?? program.name.replace('mender-', '');
  const old = program.name === 'mender-snapshot' ? 'snapshot' : command;
  const { context, args } = invocation;
  // `mender-update "$@"`: whatever comes, and not one argument that only this program has.
  const isAny = line.dynamicCommand && args.length === 1 && /^"?\$(?:[@*]|\{[@*]\})"?$/.test(args[0]!.text);
  const done = asks ? 'version' : isAny && program.name === 'mender-update' ? 'dynamic' : old;
  return {
    kind: 'reference',
    action: `command:${done}`,
    manner: mannerOf(invocation, line),
    frame: context.frame,
  };
}

interface Defect {
  readonly row: OptionRow;
  readonly edits: EditBuilder;
  /** What to write, for message and title; undefined when the option goes. */
  readonly to: string | undefined;
  /** Why it cannot be written otherwise. */
  readonly noFix?: string;
}

function matchOption(call: Call, item: OptionItem): Match | undefined {
  const defect = defectOf(call, item);
  if (!defect || !appliesTo(defect.row, call.context.target)) return undefined;
  const { row, edits, to, noFix } = defect;
  const title = to === undefined ? `Remove \`${optionName(item)}\`` : `Write \`${to}\``;
  return {
    ...match(call, row, [item], edits, title),
    to: to === undefined ? 'leave it out' : `write \`${to}\``,
    noFix,
  };
}

/** What a match on some options of a call says; the message names the first of them. */
function match(
  { invocation, program }: Call,
  row: OptionRow,
  items: readonly OptionItem[],
  edits: EditBuilder,
  title: string,
) {
  const [first] = items[0]!.words;
  // Where words come out of variables, what is between them is not theirs.
  const last = invocation.spread ? first : items.at(-1)!.words.at(-1)!;
  const finished = row.replacement.kind === 'none' ? undefined : edits.finish();
  const safety = row.replacement.kind === 'none' ? ('review' as const) : row.replacement.safety;
  return {
    kind: 'match' as const,
    row,
    range: { start: toDocument(first.source, first).start, end: toDocument(last.source, last).end },
    use: `${program.name} ${optionName(items[0]!)}`,
    fixes: finished ? [{ title, safety, edits: finished }] : [],
    notes: [],
    frame: invocation.context.frame,
    action: `option:${items[0]!.spec.name}`,
    via: invocation.via,
  };
}

/** The first thing wrong with an option but its place, and the edits that put all of it right. */
function defectOf({ program, line, context: { target } }: Call, item: OptionItem): Defect | undefined {
  const { name } = item.spec;
  if (rowFor('valueless', name) && program.dialect === 'strict')
    return { row: rowFor('valueless', name)!, edits: new EditBuilder(), to: undefined };
  const spec = specOf(program, line, item);
  if (!spec) return unknownOption(program, item);
  if (spec.since && !atLeast(target, spec.since)) return unavailable(program, item, spec);
  if (program.commandless || program.dialect === 'go' || isMisplaced(program, line, item)) return undefined;
  const row = malformed(item, spec);
  if (row) return written(row, item, spec, program);
  const { deprecated } = spec;
  const newer = deprecated && atLeast(target, deprecated.since) && item.written === spec.name;
  return newer ? written(rowFor('deprecated', name), item, { ...spec, name: deprecated.use }, program) : undefined;
}

/** The option as the program knows it: at its place, or else at another. */
function specOf(program: ProgramSpec, line: CallLine, item: OptionItem): OptionSpec | undefined {
  const inCommand = line.command?.spec.options.find(({ name }) => name === item.spec.name);
  const inGlobal = program.globals.find(({ name }) => name === item.spec.name);
  return (item.zone === 'global' ? inGlobal : inCommand) ?? inGlobal ?? inCommand;
}

function isMisplaced(program: ProgramSpec, line: CallLine, { zone, spec }: OptionItem): boolean {
  if (program.commandless || !line.command) return false;
  const here = zone === 'global' ? program.globals : line.command.spec.options;
  return !here.some(({ name }) => name === spec.name);
}

function rowFor(defect: OptionRow['match']['defect'], option: string): OptionRow | undefined {
  return rows.find(({ match }) => match.defect === defect && (match.options?.includes(option) ?? true));
}

/** Removed outright, or known to another of the programs only. */
function unknownOption(program: ProgramSpec, item: OptionItem): Defect | undefined {
  const row = rows.find(
    ({ match }) =>
      (match.defect === 'unknown' || match.defect === 'misplaced') && match.options?.includes(item.spec.name),
  );
  return row ? { row, edits: deletion([item]), to: undefined } : foreignOption(program, item);
}

function foreignOption(program: ProgramSpec, item: OptionItem): Defect | undefined {
  const row = rowFor('foreign-option', item.spec.name);
  const own = [...program.globals, ...program.commands.flatMap(({ options }) => options)];
  const named = (wanted: string) => own.find(({ name }) => name === wanted);
  const isForeign = oldProgram.globals.some(({ name }) => name === item.spec.name) && !named(item.spec.name);
  if (program.dialect !== 'go' || !row || !isForeign) return undefined;
  const change = optionChange(program, item);
  const renamed = change?.kind === 'rename' ? named(change.to) : undefined;
  return renamed ? written(row, item, renamed, program) : { row, edits: deletion([item]), to: undefined };
}

/** All options on the wrong side of the subcommand, moved together: their order may matter. */
function matchMisplaced(call: Call, options: readonly OptionItem[]): Match[] {
  const { program, line, context } = call;
  const command = line.command?.item.words[0];
  return (['global', 'command'] as const).flatMap(to => {
    const moving = options.flatMap(item => {
      const spec = specOf(program, line, item);
      const wrong =
        spec !== undefined && isMisplaced(program, line, item) && (item.zone === 'global') === (to === 'command');
      const missing = spec?.since !== undefined && !atLeast(context.target, spec.since);
      const text = wrong && !missing ? optionText(item, spec, program) : undefined;
      return text?.kind === 'write'
        ? [{ item, text: item.words.map(word => wordText(word, text.edits)).join(' ') }]
        : [];
    });
    const items = moving.map(({ item }) => item);
    const row = items[0] && rowFor('misplaced', items[0].spec.name);
    if (!command || !row || !appliesTo(row, context.target)) return [];
    const edits = deletion(items);
    if (isTwice(program, options, items)) edits.impossible();
    const text = moving.map(option => option.text).join(' ');
    if (to === 'command') edits.insertAfter(command.source, command.end, ` ${text}`);
    else edits.insertBefore(command.source, command.start, `${text} `);
    const side = to === 'command' ? 'behind' : 'before';
    const names = items.map(item => `\`${optionName(item)}\``).join(', ');
    const found = match(call, row, items, edits, `Move ${names} ${side} the subcommand`);
    const anchor = toDocument(command.source, command);
    const range = { start: Math.min(found.range.start, anchor.start), end: Math.max(found.range.end, anchor.end) };
    return [{ ...found, range, to: `${side} the subcommand` }];
  });
}

/** urfave/cli: "Cannot use two forms of the same flag". Which of two values is meant is for a person to say. */
function isTwice({ dialect }: ProgramSpec, options: readonly OptionItem[], moving: readonly OptionItem[]): boolean {
  return (
    dialect === 'go' && moving.some(item => options.some(other => other !== item && other.spec.name === item.spec.name))
  );
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
  item: OptionItem,
  spec: OptionSpec,
  program: ProgramSpec,
): Defect | undefined {
  if (!row) return undefined;
  const result = optionText(item, spec, program);
  if (result.kind === 'drop') return { row, edits: deletion([item]), to: undefined };
  const level = spec.value === 'log-level' && item.value ? acceptedLogLevel(valueText(item.value) ?? '') : undefined;
  const to = [acceptedName(item, spec, program), level].filter(Boolean).join(' ');
  const edits = new EditBuilder();
  if (result.kind === 'impossible') return { row, edits: edits.impossible(), to, noFix: result.reason };
  for (const edit of result.edits) edits.replace(edit.source, edit, edit.newText);
  return { row, edits, to };
}

/** An option newer than the target; an older name of the same short option does instead. */
function unavailable(program: ProgramSpec, item: OptionItem, spec: OptionSpec): Defect | undefined {
  const older = program.globals.find(option => option.deprecated?.use === spec.name);
  // The short name is the same in both.
  if (older && item.written === spec.short) return undefined;
  const row = rowFor('unavailable', spec.name);
  if (older) return written(row, item, older, program);
  return row && { row, edits: new EditBuilder().impossible(), to: undefined };
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

function deletion(items: readonly OptionItem[]): EditBuilder {
  const edits = new EditBuilder();
  for (const { words } of items) deleteWords(edits, words);
  return edits;
}
