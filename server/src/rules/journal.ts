/** journalctl asked for the log of the old unit, its processes or its identifier. */

import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { oldProgram } from '../catalogue/programs.ts';
import type { Safety } from '../catalogue/row.ts';
import { newProcesses, newUnits, oldProcess } from '../catalogue/service-names.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { findName, type NameInWord, unitRange, useNotes, withName } from '../fixes/name-in-word.ts';
import { serviceFixes } from '../fixes/split-service.ts';
import { skeleton } from '../syntax/word.ts';
import { type OptionGrammar, type ReadOption, readOptions } from '../usage/options.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import { client, type Service } from './old-unit.ts';
import type { Match, Sighting } from './sighting.ts';

type JournalRow = RowOf<'journal'>;

/** journalctl(1): options with a value. */
const journalctl: OptionGrammar = {
  short: 'onutpgScUDiFMT',
  long: [
    'output',
    'output-fields',
    'lines',
    'unit',
    'user-unit',
    'identifier',
    'exclude-identifier',
    'priority',
    'facility',
    'grep',
    'since',
    'until',
    'cursor',
    'cursor-file',
    'after-cursor',
    'directory',
    'file',
    'root',
    'image',
    'namespace',
    'field',
    'machine',
    'vacuum-size',
    'vacuum-files',
    'vacuum-time',
  ],
};

export function matchJournal(invocation: Invocation, catalogue: Catalogue, service: Service = client): Sighting[] {
  const rows = catalogue.rowsOf('journal');
  if (invocation.program !== 'journalctl') return [];
  const { options, operands } = readOptions(invocation.args, journalctl);
  const byUnit = options.filter(({ name }) => name === '-u' || name === '--unit');
  const byIdentifier = options.filter(({ name }) => name === '-t' || name === '--identifier');
  const words = [...byUnit, ...byIdentifier].flatMap(({ value }) => (value ? [value.word as ResolvedWord] : []));
  if ([...words, ...(operands as ResolvedWord[])].some(word => namesNewGeneration(word, service))) {
    return [{ kind: 'reference', action: 'journalctl', frame: invocation.context.frame }];
  }
  return [
    ...byUnit.flatMap(option => optionMatch(invocation, option, 'unit', service, rows)),
    // The client logs under its own name, too; what others log under, their units do not tell.
    ...(service === client
      ? byIdentifier.flatMap(option => optionMatch(invocation, option, 'identifier', service, rows))
      : []),
    ...(operands as ResolvedWord[]).flatMap(word => fieldMatch(invocation, word, service, rows)),
  ];
}

function namesNewGeneration(word: ResolvedWord, service: Service): boolean {
  if (service !== client) return service.namesNew(word);
  return client.namesNew(word) || newName.test(skeleton(word).slice(skeleton(word).indexOf('=') + 1));
}

/** Of a unit, a process or an identifier. */
const newName = new RegExp(`(?:^|[=/])(?:${[...newUnits, ...newProcesses].join('|')})(?:\\.service)?$`);

/** Of a field that is a path. */
const oldExecutable = new RegExp(`^/(?:usr/)?s?bin/${oldProgram.name}$`);

type Find = (text: string) => { offset: number; length: number } | undefined;

const oldIdentifier: Find = text => (text === oldProcess ? { offset: 0, length: text.length } : undefined);

function optionMatch(
  invocation: Invocation,
  option: ReadOption,
  selector: 'unit' | 'identifier',
  service: Service,
  rows: readonly JournalRow[],
): Match[] {
  const row = rows.find(({ match }) => match.selector === selector);
  const value = option.value;
  const find = selector === 'unit' ? service.find : oldIdentifier;
  const name = value && findName(value.word as ResolvedWord, find, value.offset);
  if (!row || !name) return [];
  const fixes =
    selector === 'unit'
      ? unitFixes(invocation, option, name, row, service)
      : repeated(invocation, option, name, row, newProcesses);
  return [found(invocation, row, name, `journalctl ${option.name} ${name.value.slice(value.offset)}`, fixes)];
}

function unitFixes(
  invocation: Invocation,
  option: ReadOption,
  name: NameInWord,
  row: JournalRow,
  { names }: Service,
): readonly Fix[] {
  const repeat = (second: string) => secondOption(option, name, second);
  return serviceFixes(invocation, name, {
    names,
    join: name.definition ? 'single' : 'together',
    safety: name.definition ? 'review' : safetyOf(row, invocation),
    ...(invocation.context.read ? { check: row.match.output } : {}),
    both: 'first' as const,
    repeat,
  });
}

/** What reads the entries may look for words that are others now. */
function safetyOf({ replacement }: JournalRow, { context }: Invocation): Safety {
  return context.read || replacement.kind === 'none' ? 'review' : replacement.safety;
}

function checkText({ match }: JournalRow, { context }: Invocation): string {
  return context.read ? ` (check: ${match.output})` : '';
}

function repeated(
  invocation: Invocation,
  option: ReadOption,
  name: NameInWord,
  row: JournalRow,
  names: readonly [string, string],
): readonly Fix[] {
  if (name.definition || invocation.positional) return [];
  const second = secondOption(option, name, names[1]);
  const edits = new EditBuilder()
    .replace(name.word.source, name.range, names[0])
    .insertAfter(name.word.source, second.at, second.text)
    .finish();
  const title = `Replace with \`${names.join('` and `')}\`${checkText(row, invocation)}`;
  return edits ? [{ title, safety: safetyOf(row, invocation), edits }] : [];
}

/** `-fu NAME` is followed by ` -u OTHER`, `-uNAME` by ` -uOTHER`, `--unit=NAME` by ` --unit=OTHER`. */
function secondOption(
  { name: option, value }: ReadOption,
  name: NameInWord,
  other: string,
): { at: number; text: string } {
  const attached = value!.offset > 0;
  const inCluster = attached && !option.startsWith('--');
  const written = inCluster ? option + withName(name, other, name.range.start) : withName(name, other);
  return { at: name.word.end, text: ` ${attached ? written : `${option} ${written}`}` };
}

/** `_SYSTEMD_UNIT=mender-client.service`, or the path of an executable. */
function fieldMatch(
  invocation: Invocation,
  word: ResolvedWord,
  service: Service,
  rows: readonly JournalRow[],
): Match[] {
  const row = rows.find(({ match }) => match.selector === 'match');
  if (!row) return [];
  let names: readonly string[] = newProcesses;
  const name = findName(word, text => {
    const field = /^([A-Z_]+)=(.*)$/.exec(text);
    const kind = field ? row.match.fields?.[field[1]!] : text.startsWith('/') ? 'path' : undefined;
    if (kind !== 'unit' && service !== client) return undefined;
    if (kind === 'unit') names = service.names.new;
    const offset = text.length - (field?.[2] ?? text).length;
    const rest = text.slice(offset);
    const inside =
      kind === 'unit'
        ? service.find(rest)
        : kind === 'process'
          ? oldIdentifier(rest)
          : kind === 'path'
            ? oldPath(rest)
            : undefined;
    return inside && { offset: offset + inside.offset, length: inside.length };
  });
  if (!name) return [];
  const { source, end } = name.word;
  const [first, ...others] = names;
  const more = others.map(other => ` ${withName(name, other)}`).join('');
  const edits =
    name.definition || invocation.positional || first === undefined
      ? undefined
      : new EditBuilder().replace(source, name.range, first).insertAfter(source, end, more).finish();
  const title = `Replace with \`${names.join('` and `')}\`${checkText(row, invocation)}`;
  const fixes: Fix[] = edits ? [{ title, safety: safetyOf(row, invocation), edits }] : [];
  return [found(invocation, row, name, `journalctl ${name.value}`, fixes, `${withName(name, first ?? '')}${more}`)];
}

function oldPath(text: string): { offset: number; length: number } | undefined {
  return oldExecutable.test(text) ? { offset: text.length - oldProcess.length, length: oldProcess.length } : undefined;
}

function found(
  invocation: Invocation,
  row: JournalRow,
  name: NameInWord,
  use: string,
  fixes: readonly Fix[],
  to?: string,
): Match {
  const defaultTo = (
    row.match.selector === 'unit' ? newUnits.map(unit => `-u ${unit}`) : newProcesses.map(process => `-t ${process}`)
  ).join(' ');
  return {
    kind: 'match',
    row,
    range: unitRange(name),
    use,
    to: to ?? defaultTo,
    fixes,
    notes: useNotes(name),
    frame: invocation.context.frame,
    action: 'journalctl',
  };
}
