/** journalctl called for the log of the old unit, its processes or its identifier. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { findName, type NameInWord, unitRange, useNotes, withName } from '../fixes/name-in-word.ts';
import { serviceFixes } from '../fixes/split-service.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { oldProgram } from '../mender/programs.ts';
import type { Safety } from '../mender/rule.ts';
import { newProcesses, newUnits, oldProcess } from '../mender/service-names.ts';
import { type ReadOption, readOptions } from '../programs/command-line.ts';
import { optionFor, programOf } from '../programs/programs.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match, Occurrence } from './occurrence.ts';
import { client, type Service } from './old-unit.ts';

type JournalRule = RuleOf<'journal'>;

export function matchJournal(invocation: Invocation, catalogue: Catalogue, service: Service = client): Occurrence[] {
  const rules = catalogue.rulesOf('journal');
  if (invocation.program !== 'journalctl') return [];
  const { options, operands } = readOptions(invocation.args, programOf(invocation.program));
  const byUnit = options.filter(({ meaning }) => meaning === 'unit');
  const byIdentifier = options.filter(({ meaning }) => meaning === 'identifier');
  const given = [...byUnit, ...byIdentifier].flatMap(({ value }) => value ?? []);
  const words = [...given, ...operands.map(word => ({ word, offset: 0 }))];
  if (words.some(({ word, offset }) => namesNewGeneration(word, offset, service))) {
    return [{ kind: 'reference', actionKey: 'journalctl', branchContext: invocation.context.branchContext }];
  }
  return [
    ...byUnit.flatMap(option => optionMatch(invocation, option, 'unit', service, rules)),
    // The client logs under its own name, too; the units of other programs do not show under which name they log.
    ...(service === client
      ? byIdentifier.flatMap(option => optionMatch(invocation, option, 'identifier', service, rules))
      : []),
    ...operands.flatMap(word => fieldMatch(invocation, word, service, rules)),
  ];
}

/** From `offset` on, where the value of an option begins. */
function namesNewGeneration(word: ResolvedWord, offset: number, service: Service): boolean {
  if (service.namesNew(word)) return true;
  const texts = [...word.values.map(({ text }) => text), textWithPlaceholders(word)];
  return service === client && texts.some(text => newName.test(text.slice(offset)));
}

/** Of a unit, a process or an identifier. */
const newName = new RegExp(`(?:^|[=/])(?:${[...newUnits, ...newProcesses].join('|')})(?:\\.service)?$`);

/** Of a field that is a path. */
const oldExecutable = new RegExp(`^/(?:usr/)?s?bin/${oldProgram.name}$`);

type Find = (text: string) => { offset: number; length: number } | undefined;

const oldIdentifier: Find = text => (text === oldProcess ? { offset: 0, length: text.length } : undefined);

function optionMatch(
  invocation: Invocation,
  option: ReadOption<ResolvedWord>,
  selector: 'unit' | 'identifier',
  service: Service,
  rules: readonly JournalRule[],
): Match[] {
  const rule = rules.find(({ match }) => match.selector === selector);
  const value = option.value;
  const find = selector === 'unit' ? service.find : oldIdentifier;
  const name = value && findName(value.word, find, value.offset);
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

/** A reader of the entries may look for words that have changed. */
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
  return oldExecutable.test(text) ? { offset: text.length - oldProcess.length, length: oldProcess.length } : undefined;
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
    rule.match.selector === 'unit' ? selectors('unit', newUnits) : selectors('identifier', newProcesses)
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

function selectors(meaning: 'unit' | 'identifier', names: readonly string[]): readonly string[] {
  const option = optionFor(programOf('journalctl'), meaning);
  return names.map(name => `${option} ${name}`);
}
