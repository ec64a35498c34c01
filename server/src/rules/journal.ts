/** journalctl asked for the log of the old unit, its processes or its identifier. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { findName, type NameInWord, unitRange, useNotes, withName } from '../fixes/name-in-word.ts';
import { serviceFixes } from '../fixes/split-service.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import type { Safety } from '../mender/rule.ts';
import { newProcesses, newUnits, oldProcess } from '../mender/service-names.ts';
import { textWithPlaceholders } from '../text/word.ts';
import { type OptionGrammar, type ReadOption, readOptions } from '../usage/options.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match, Occurrence } from './occurrence.ts';
import { client, type Service } from './old-unit.ts';

type JournalRule = RuleOf<'journal'>;

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

export function matchJournal(invocation: Invocation, catalogue: Catalogue, service: Service = client): Occurrence[] {
  const rules = catalogue.rulesOf('journal');
  if (invocation.program !== 'journalctl') return [];
  const { options, operands } = readOptions(invocation.args, journalctl);
  const byUnit = options.filter(({ name }) => name === '-u' || name === '--unit');
  const byIdentifier = options.filter(({ name }) => name === '-t' || name === '--identifier');
  const words = [...byUnit, ...byIdentifier].flatMap(({ value }) => (value ? [value.word as ResolvedWord] : []));
  if ([...words, ...(operands as ResolvedWord[])].some(word => namesNewGeneration(word, service))) {
    return [{ kind: 'reference', actionKey: 'journalctl', branchContext: invocation.context.branchContext }];
  }
  return [
    ...byUnit.flatMap(option => optionMatch(invocation, option, 'unit', service, rules)),
    // The client logs under its own name, too; what others log under, their units do not tell.
    ...(service === client
      ? byIdentifier.flatMap(option => optionMatch(invocation, option, 'identifier', service, rules))
      : []),
    ...(operands as ResolvedWord[]).flatMap(word => fieldMatch(invocation, word, service, rules)),
  ];
}

function namesNewGeneration(word: ResolvedWord, service: Service): boolean {
  if (service !== client) return service.namesNew(word);
  return (
    client.namesNew(word) ||
    /(?:^|[=/])mender-(?:authd?|updated?)(?:\.service)?$/.test(
      textWithPlaceholders(word).slice(textWithPlaceholders(word).indexOf('=') + 1),
    )
  );
}

type Find = (text: string) => { offset: number; length: number } | undefined;

const oldIdentifier: Find = text => (text === oldProcess ? { offset: 0, length: text.length } : undefined);

function optionMatch(
  invocation: Invocation,
  option: ReadOption,
  selector: 'unit' | 'identifier',
  service: Service,
  rules: readonly JournalRule[],
): Match[] {
  const rule = rules.find(({ match }) => match.selector === selector);
  const value = option.value;
  const find = selector === 'unit' ? service.find : oldIdentifier;
  const name = value && findName(value.word as ResolvedWord, find, value.offset);
  if (!rule || !name) return [];
  const fixes =
    selector === 'unit'
      ? unitFixes(invocation, option, name, rule, service)
      : repeated(invocation, option, name, rule, newProcesses);
  return [found(invocation, rule, name, `journalctl ${option.name} ${name.value.slice(value.offset)}`, fixes)];
}

function unitFixes(
  invocation: Invocation,
  option: ReadOption,
  name: NameInWord,
  rule: JournalRule,
  { names }: Service,
): readonly Fix[] {
  const repeat = (second: string) => secondOption(option, name, second);
  return serviceFixes(invocation, name, {
    names,
    join: name.definition ? 'single' : 'together',
    safety: name.definition ? 'review' : safetyOf(rule, invocation),
    ...(invocation.context.read ? { check: rule.match.output } : {}),
    both: 'first' as const,
    repeat,
  });
}

/** What reads the entries may look for words that are others now. */
function safetyOf({ replacement }: JournalRule, { context }: Invocation): Safety {
  return context.read || replacement.kind === 'none' ? 'review' : replacement.safety;
}

function checkText({ match }: JournalRule, { context }: Invocation): string {
  return context.read ? ` (check: ${match.output})` : '';
}

function repeated(
  invocation: Invocation,
  option: ReadOption,
  name: NameInWord,
  rule: JournalRule,
  names: readonly [string, string],
): readonly Fix[] {
  if (name.definition || invocation.positional) return [];
  const second = secondOption(option, name, names[1]);
  const edits = new EditBuilder()
    .replace(name.word.source, name.range, names[0])
    .insertAfter(name.word.source, second.at, second.text)
    .finish();
  const title = `Replace with \`${names.join('` and `')}\`${checkText(rule, invocation)}`;
  return edits ? [{ title, safety: safetyOf(rule, invocation), edits }] : [];
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
  rules: readonly JournalRule[],
): Match[] {
  const rule = rules.find(({ match }) => match.selector === 'match');
  if (!rule) return [];
  let names: readonly string[] = newProcesses;
  const name = findName(word, text => {
    const field = /^([A-Z_]+)=(.*)$/.exec(text);
    const kind = field ? rule.match.fields?.[field[1]!] : text.startsWith('/') ? 'path' : undefined;
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
  const title = `Replace with \`${names.join('` and `')}\`${checkText(rule, invocation)}`;
  const fixes: Fix[] = edits ? [{ title, safety: safetyOf(rule, invocation), edits }] : [];
  return [found(invocation, rule, name, `journalctl ${name.value}`, fixes, `${withName(name, first ?? '')}${more}`)];
}

function oldPath(text: string): { offset: number; length: number } | undefined {
  return /^\/(?:usr\/)?s?bin\/mender$/.test(text)
    ? { offset: text.length - oldProcess.length, length: oldProcess.length }
    : undefined;
}

function found(
  invocation: Invocation,
  rule: JournalRule,
  name: NameInWord,
  use: string,
  fixes: readonly Fix[],
  to?: string,
): Match {
  const defaultTo = (
    rule.match.selector === 'unit' ? newUnits.map(unit => `-u ${unit}`) : newProcesses.map(process => `-t ${process}`)
  ).join(' ');
  return {
    kind: 'match',
    rule: rule,
    range: unitRange(name),
    use,
    to: to ?? defaultTo,
    fixes,
    notes: useNotes(name),
    branchContext: invocation.context.branchContext,
    actionKey: 'journalctl',
  };
}
