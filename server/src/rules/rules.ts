/** All matchers over the usages of a document. */
import type { RuleOf } from '../mender/catalogue.ts';
import { isLacking } from '../mender/span.ts';
import type { Invocation, PathUse, ResolvedWord, Usage } from '../usage/usage.ts';
import { matchBus, matchBusName } from './bus.ts';
import { matchCall } from './call.ts';
import { matchCommand } from './command.ts';
import { matchConfig } from './config.ts';
import { matchersInCatalogue } from './custom-rules.ts';
import { matchDependency } from './dependency.ts';
import { matchEnvironment, matchScriptEnvironment } from './environment.ts';
import { matchFileName } from './file-name.ts';
import { matchInventory } from './inventory.ts';
import { matchJournal } from './journal.ts';
import { matchModule } from './module.ts';
import { newClientUsesOf, newClientUsesOfCall } from './new-client-uses.ts';
import type { Match, Occurrence, RuleContext } from './occurrence.ts';
import { matchNewProgram } from './option.ts';
import { matchOutput } from './output.ts';
import { matchPackage } from './package.ts';
import { matchPackageTask } from './package-task.ts';
import { matchPath } from './path.ts';
import { matchProbe, matchProbedPath } from './probe.ts';
import { type Probe, probeOf } from './probe-queries.ts';
import { matchProcess } from './process.ts';
import { type Readings, readingsOf } from './readings.ts';
import { matchRecipeCondition, matchRecipeLayer, matchRecipeVariable } from './recipe.ts';
import { matchRecipeFile } from './recipe-file.ts';
import { matchService } from './service.ts';
import { matchServiceTask } from './service-task.ts';
import { matchSetting } from './setting.ts';
import { matchTaskFact } from './task-fact.ts';
import { matchUnitFile, matchUnitReference } from './unit.ts';
import { matchUnitLink } from './unit-link.ts';
import { isWrapped } from './wrapped.ts';

export function occurrencesOf(usage: Usage, context: RuleContext): readonly Occurrence[] {
  const { catalogue, custom } = context;
  const others = [...catalogue.derived(matchersInCatalogue), ...custom];
  const occurrences = [...match(usage, context), ...others.flatMap(matches => matches(usage, context))];
  return occurrences.filter(occurrence => occurrence.kind === 'reference' || isWrong(occurrence, context));
}

/** On the target, and not already on the release that the files come from. */
function isWrong(match: Match, context: RuleContext): boolean {
  const { rule, thing } = match;
  if (context.wrapper && isWrapped(match)) return false;
  return thing ? isLacking(thing, context) : context.catalogue.concerns(rule, context);
}

function match(usage: Usage, context: RuleContext): readonly Occurrence[] {
  const { catalogue } = context;
  switch (usage.kind) {
    case 'invocation':
      return matchInvocation(usage, context);
    case 'function-call':
      return newClientUsesOfCall(usage);
    case 'path':
      return usage.asked !== undefined && matchProbedPath(usage, catalogue).length > 0
        ? matchProbedPath(usage, catalogue)
        : matchPathUse(usage, catalogue.rulesOf('path'));
    case 'task-fact':
      return matchTaskFact(usage, catalogue);
    case 'unit-reference':
      return matchUnitReference(usage, catalogue);
    case 'unit-environment':
      return matchEnvironment(usage, catalogue);
    case 'script-environment':
      return matchScriptEnvironment(usage, catalogue);
    case 'read-output':
      return matchOutput(usage, catalogue);
    case 'unit-file':
      return matchUnitFile(usage, catalogue);
    case 'config':
      return matchConfig(usage, context);
    case 'module-case':
      return matchModule(usage, catalogue);
    case 'setting':
      return matchSetting(usage, catalogue);
    case 'script-file':
      return matchFileName(usage, catalogue);
    case 'bus-name':
      return matchBusName(usage, catalogue);
    case 'dependency':
      return matchDependency(usage, catalogue);
    case 'package':
      return matchPackageTask(usage, catalogue);
    case 'service-task':
      return matchServiceTask(usage, catalogue);
    case 'recipe-variable':
      return matchRecipeVariable(usage, context);
    case 'recipe-condition':
      return matchRecipeCondition(usage, context);
    case 'recipe-file':
      return matchRecipeFile(usage, context);
    case 'recipe-layer':
      return matchRecipeLayer(usage, context);
    case 'written-file':
      return [];
  }
}

function matchInvocation(invocation: Invocation, context: RuleContext): readonly Occurrence[] {
  const readings = readingsOf(invocation, invocation.args, args => ({ ...invocation, args }));
  const varies = invocation.indirection !== undefined || invocation.args.some(isVariable);
  return matchReadings(readings, varies, reading => matchReading(reading, context));
}

function matchReading(invocation: Invocation, context: RuleContext): readonly Occurrence[] {
  const command = matchCommand(invocation, context);
  const probe = probeOf(invocation);
  const occurrences = command ? [command] : matchOthers(invocation, probe, context);
  const at = invocation.source.startOf(invocation.command.start);
  const isOldProbe = probe.generation === 'old';
  return occurrences.map(occurrence => ({
    ...occurrence,
    at,
    ...(isOldProbe && occurrence.kind === 'match' && { isProbe: isOldProbe }),
  }));
}

function matchPathUse(usage: PathUse, rules: readonly RuleOf<'path'>[]): readonly Occurrence[] {
  const readings = readingsOf(usage, [usage.word], ([word]) => ({ ...usage, word: word! }));
  // A list with the names of both clients means both.
  const known = { isForBoth: readings.new !== undefined };
  return matchReadings(readings, isVariable(usage.word), reading => matchPath(reading, rules, known));
}

/** Uses of the old client by its names, and in addition what the names of the new one show. */
function matchReadings<Use>(
  readings: Readings<Use>,
  varies: boolean,
  matches: (reading: Use) => readonly Occurrence[],
): readonly Occurrence[] {
  const occurrences = matches(readings.old).map(each => (varies && isUse(each) ? { ...each, varies } : each));
  return readings.new ? [...occurrences, ...matches(readings.new).filter(isReference)] : occurrences;
}

function isVariable({ value, values }: ResolvedWord): boolean {
  return value === undefined && values.length > 0;
}

/** A wrong option is a use of the new client, whichever name that has. */
function isUse(occurrence: Occurrence): boolean {
  return occurrence.kind === 'match' && occurrence.rule.match.kind !== 'option';
}

function isReference({ kind }: Occurrence): boolean {
  return kind === 'reference';
}

function matchOthers(invocation: Invocation, probe: Probe, context: RuleContext): readonly Occurrence[] {
  const { catalogue } = context;
  return [
    ...matchNewProgram(invocation, context),
    ...matchService(invocation, context),
    ...matchJournal(invocation, catalogue),
    ...matchProcess(invocation, catalogue),
    ...matchProbe(invocation, probe, catalogue),
    ...matchUnitLink(invocation, catalogue),
    ...matchBus(invocation, catalogue),
    ...matchPackage(invocation, catalogue),
    ...matchCall(invocation, catalogue),
    ...matchInventory(invocation, catalogue),
    ...newClientUsesOf(invocation, probe),
  ];
}
