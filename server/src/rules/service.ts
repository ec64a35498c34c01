/** systemctl, service and init scripts that act on the service that became two. */

import { deleteWords } from '../fixes/call-edits.ts';
import { withoutSecond } from '../fixes/done-twice.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { findName, type NameInWord, unitRange, useNotes, withName } from '../fixes/name-in-word.ts';
import { runtimeServiceProbeFix } from '../fixes/runtime-probe-of-services.ts';
import { type ServiceChoices, serviceFixes } from '../fixes/split-service.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import { splitRelease } from '../mender/generations.ts';
import type { ServiceJoin } from '../mender/patterns-of-services.ts';
import type { Safety } from '../mender/rule.ts';
import { reaches, type Target, type Version } from '../mender/version.ts';
import { busVerb } from '../programs/bus-call.ts';
import { hasOption, optionValue, type ReadOption, readOptions } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { textWithPlaceholders } from '../text/word.ts';
import { isKnown, knownText } from '../usage/shell/variables.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match, NewClientUse, Occurrence, RuleContext } from './occurrence.ts';
import { client, isInitScript, type Service } from './old-unit.ts';

type ServiceRule = RuleOf<'service'>;

export function matchService(invocation: Invocation, context: RuleContext, service: Service = client): Occurrence[] {
  const { program } = invocation;
  const known = programOf(program);
  const position = known.services?.at;
  if (position === 'rest') return matchSystemctl(invocation, program, service, context);
  if (position !== undefined) {
    const operand = readOptions(invocation.args, known).operands[position];
    return operand ? matchServiceCommand(invocation, operand, service, context) : [];
  }
  const called = busVerb(
    program,
    invocation.args.map(word => textWithPlaceholders(word)),
  );
  if (called) return matchBusCall(invocation, called, service, context);
  return isInitScript(textWithPlaceholders(invocation.name))
    ? matchServiceCommand(invocation, invocation.name, service, context)
    : [];
}

function matchSystemctl(invocation: Invocation, program: string, service: Service, context: RuleContext): Occurrence[] {
  const line = readOptions(invocation.args, programOf(program));
  const [verb, ...units] = line.operands;
  // Units of a user's own manager are not Mender's.
  if (!verb || hasOption(line, 'user')) return [];
  const verbText = knownText(verb);
  const actionKey = `systemctl:${verbText}`;
  const newUses = units.some(service.namesNew) ? [newReference(invocation, actionKey, units)] : [];
  const isNamed = units.some(unit => namesNewAlone(unit, service));
  const found = units.flatMap(unit => findName(unit, service.find) ?? []);
  const [first, ...extra] = found;
  const dynamic = !isKnown(verb);
  const rule = context.catalogue
    .rulesOf('service')
    .find(
      ({ match }) =>
        match.manager === 'systemctl' &&
        (dynamic || match.verbs?.includes(verbText)) &&
        signalFits(match, line.options),
    );
  if (!first || !rule) return newUses;
  if (isNamed)
    return service === client && rule.match.join === 'together' && !dynamic
      ? [...newUses, besideNew(invocation, rule, actionKey, found, units, service)]
      : newUses;
  return [
    ...newUses,
    match(
      invocation,
      rule,
      first,
      actionKey,
      [program, verbText.replaceAll('\0', '…')],
      dynamic,
      extra,
      service,
      context,
    ),
  ];
}

function matchServiceCommand(
  invocation: Invocation,
  operand: ResolvedWord,
  service: Service,
  context: RuleContext,
): Occurrence[] {
  const { program } = invocation;
  const isScript = operand === invocation.name;
  const actionKey = `systemctl:${verbOf(invocation, operand, program)}`;
  const newUses = service.namesNew(operand) ? [newReference(invocation, actionKey, [operand])] : [];
  if (namesNewAlone(operand, service)) return newUses;
  const manager = isScript || programOf(program).services?.scripts ? 'init' : 'service';
  const rule = context.catalogue.rulesOf('service').find(candidate => candidate.match.manager === manager);
  const found = isScript ? initScript(operand, service) : findName(operand, service.find);
  if (!rule || !found) return newUses;
  return [
    ...newUses,
    match(invocation, rule, found, actionKey, isScript ? [] : [program], false, [], service, context),
  ];
}

/** `string:NAME.service` of dbus-send, `NAME.service` of the others. */
function matchBusCall(
  invocation: Invocation,
  { verb, method }: { readonly verb: string; readonly method: string },
  service: Service,
  context: RuleContext,
): Occurrence[] {
  const actionKey = `systemctl:${verb}`;
  const unit = (text: string) => {
    const before = /^string:/.exec(text)?.[0].length ?? 0;
    const found = text.endsWith('.service') ? service.find(text.slice(before)) : undefined;
    return found && { offset: before + found.offset, length: found.length };
  };
  const named = invocation.args.find(service.namesNew);
  if (named) return [newReference(invocation, actionKey, [named])];
  const rule = context.catalogue.rulesOf('service').find(candidate => candidate.match.manager === 'service');
  for (const word of rule ? invocation.args : []) {
    const found = findName(word, unit);
    if (found)
      return [match(invocation, rule!, found, actionKey, [invocation.program, method], false, [], service, context)];
  }
  return [];
}

function match(
  invocation: Invocation,
  rule: ServiceRule,
  name: NameInWord,
  actionKey: string,
  words: readonly string[],
  dynamic: boolean,
  extra: readonly NameInWord[],
  { names }: Service,
  { target }: RuleContext,
): Match {
  const { join, captured } = rule.match;
  const { context } = invocation;
  const again = names === client.names ? startedAgain(rule, actionKey, target) : undefined;
  const wholeCommand = (join === 'and' || join === 'or') && !name.definition && name.word.source === invocation.source;
  const safety =
    dynamic ||
    !invocation.certain ||
    name.definition ||
    again?.safety === 'review' ||
    (isStatusQuery(rule) && (context.status !== 'tested' || context.captured)) ||
    rule.replacement.kind === 'none' ||
    rule.replacement.kind === 'remove'
      ? 'review'
      : rule.replacement.safety;
  const choices = {
    names,
    join,
    safety,
    ...(again?.safety === 'review' ? { check: again.reason } : {}),
    both: placeOfBoth(join, invocation, context.captured && captured === 'single'),
  };
  const others = extra.filter(({ word }) => word.source === name.word.source && word !== name.word);
  const isOffered = rule.replacement.kind !== 'none' || names !== client.names;
  const fixes = isOffered ? serviceFixes(invocation, name, choices, others) : [];
  const either =
    isOffered && names === client.names && others.length === 0 ? runtimeServiceProbeFix(invocation, name, choices) : [];
  const twice = isOffered && others.length === 0 ? withoutSecond(invocation, name, choices) : [];
  const range = wholeCommand ? toDocument(invocation.source, invocation.command) : unitRange(name);
  return {
    kind: 'match',
    rule: rule,
    range,
    use: [...words, name.value].join(' '),
    to: names.new.join(' '),
    fixes: [...twice, ...fixes, ...either],
    notes: [...useNotes(name), ...(again ? [{ range, message: `From ${again.since} on ${again.reason}.` }] : [])],
    branchContext: context.branchContext,
    actionKey,
  };
}

/** One call names both clients: the old one makes it fail, and one of the new services may be missing. */
function besideNew(
  invocation: Invocation,
  rule: ServiceRule,
  actionKey: string,
  found: readonly NameInWord[],
  units: readonly ResolvedWord[],
  { names }: Service,
): Match {
  const [first, ...extra] = found;
  const named = unitsNamed(units);
  const missing = names.new.filter(unit => !named.includes(unit));
  const edits = new EditBuilder();
  if (missing.length > 0)
    edits.replace(
      first!.word.source,
      first!.range,
      missing.map(unit => withName(first!, unit, first!.range.start)).join(' '),
    );
  deleteWords(
    edits,
    (missing.length > 0 ? extra : found).map(({ word }) => word),
  );
  const finished = found.every(({ definition }) => !definition) ? edits.finish() : undefined;
  const title = missing.length > 0 ? `Replace with \`${missing.join('` and `')}\`` : `Leave \`${first!.value}\` out`;
  return {
    kind: 'match',
    rule: rule,
    range: unitRange(first!),
    use: [invocation.program, actionKey.slice(actionKey.indexOf(':') + 1), first!.value].join(' '),
    to: names.new.join(' '),
    fixes: finished
      ? [{ title: `${title} (for devices with ${splitRelease} or later alone)`, safety: 'review', edits: finished }]
      : [],
    notes: [],
    branchContext: invocation.context.branchContext,
    actionKey,
  };
}

/** Something else starts again what the verb stops. */
function startedAgain(
  { match: { restarted } }: ServiceRule,
  actionKey: string,
  target: Target,
): { readonly safety: Safety; readonly since: Version; readonly reason: string } | undefined {
  const safety = restarted?.verbs[actionKey.slice(actionKey.indexOf(':') + 1)];
  if (!restarted || !safety || !reaches(target, restarted.since)) return undefined;
  return { safety, since: restarted.since, reason: restarted.reason };
}

/** A variable that is set to both names means one here and the other there: the guards know which. */
function namesNewAlone(word: ResolvedWord, { namesNew, find }: Service): boolean {
  return namesNew(word) && !(word.values.length > 1 && word.values.some(({ text }) => find(text)));
}

function newReference({ context }: Invocation, actionKey: string, words: readonly ResolvedWord[]): NewClientUse {
  return { kind: 'reference', actionKey, branchContext: context.branchContext, units: unitsNamed(words) };
}

function unitsNamed(words: readonly ResolvedWord[]): readonly string[] {
  const names = words.flatMap(({ value, values }) => (value === undefined ? values.map(({ text }) => text) : [value]));
  return names.map(name => name.replace(/\.service$/, ''));
}

/** Two calls print two words: a comparison with one of them would never be true again. */
function placeOfBoth(join: ServiceJoin, { context }: Invocation, isOneWord: boolean): ServiceChoices['both'] {
  if (isOneWord) return join === 'together' ? 'last' : 'none';
  return context.place === 'directive' && join !== 'together' ? 'last' : 'first';
}

/** Queries in two calls have one status: that equals one call's where only the status is used. */
function isStatusQuery({ match }: ServiceRule): boolean {
  return match.verbs?.some(verb => verb.startsWith('is-')) ?? false;
}

/** The systemctl(1) verbs for the other words of the command line. */
const otherVerbs: Readonly<Record<string, string>> = {
  remove: 'disable',
  del: 'disable',
  delete: 'disable',
  off: 'disable',
  defaults: 'enable',
  add: 'enable',
  on: 'enable',
};

/** The same word as for systemctl, where one command is the other's alternative. */
function verbOf({ args }: Invocation, operand: ResolvedWord, program: string): string {
  const verb = args.map(word => word.value).find(word => word && word !== operand.value && /^[a-z][a-z-]*$/.test(word));
  return otherVerbs[verb ?? ''] ?? verb ?? program;
}

function initScript(word: ResolvedWord, { names }: Service): NameInWord | undefined {
  return findName(word, text => {
    const file = text.lastIndexOf('/') + 1;
    const offset = file + (/^[SK]\d\d/.exec(text.slice(file))?.[0].length ?? 0);
    return names.old.includes(text.slice(offset)) ? { offset, length: text.length - offset } : undefined;
  });
}

function signalFits({ signals }: ServiceRule['match'], options: readonly ReadOption[]): boolean {
  if (!signals) return true;
  const sent = options.find(({ meaning }) => meaning === 'signal');
  const signal = sent && optionValue(sent)?.toUpperCase().replace(/^SIG/, '');
  return (signal !== undefined && signals.names.includes(signal)) === signals.only;
}
