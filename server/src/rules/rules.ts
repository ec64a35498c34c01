/** All matchers over the usages of a document. */
import type { RowOf } from '../catalogue/catalogue.ts';
import { isLacking } from '../catalogue/span.ts';
import type { Invocation, PathUse, ResolvedWord, Usage } from '../usage/usage.ts';
import { matchBus, matchBusName } from './bus.ts';
import { matchCall } from './call.ts';
import { matchCommand } from './command.ts';
import { matchConfig } from './config.ts';
import { matchDependency } from './dependency.ts';
import { matchEnvironment, matchScriptEnvironment } from './environment.ts';
import { matchersInCatalogue } from './extra.ts';
import { matchFileName } from './file-name.ts';
import { matchInventory } from './inventory.ts';
import { matchJournal } from './journal.ts';
import { matchModule } from './module.ts';
import { referencesOf, referencesOfCall } from './new-generation.ts';
import { matchNewProgram } from './option.ts';
import { matchOutput } from './output.ts';
import { matchPackage } from './package.ts';
import { matchPackageTask } from './package-task.ts';
import { matchPath } from './path.ts';
import { type Question, questionOf } from './presence.ts';
import { matchAskedPath, matchProbe } from './probe.ts';
import { matchProcess } from './process.ts';
import { type Readings, readingsOf } from './readings.ts';
import { matchRecipeCondition, matchRecipeLayer, matchRecipeVariable } from './recipe.ts';
import { matchRecipeFile } from './recipe-file.ts';
import { matchService } from './service.ts';
import { matchServiceTask } from './service-task.ts';
import { matchSetting } from './setting.ts';
import type { Match, RuleContext, Sighting } from './sighting.ts';
import { matchTaskFact } from './task-fact.ts';
import { matchUnitFile, matchUnitReference } from './unit.ts';
import { matchUnitLink } from './unit-link.ts';
import { isWrapped } from './wrapped.ts';

export function sightingsOf(usage: Usage, context: RuleContext): readonly Sighting[] {
  const { catalogue, extra } = context;
  const others = [...catalogue.derived(matchersInCatalogue), ...extra];
  const sightings = [...match(usage, context), ...others.flatMap(matches => matches(usage, context))];
  return sightings.filter(sighting => sighting.kind === 'reference' || isWrong(sighting, context));
}

/** On the target, and not where the files come from already. */
function isWrong(match: Match, context: RuleContext): boolean {
  const { row, thing } = match;
  if (context.wrapper && isWrapped(match)) return false;
  return thing ? isLacking(thing, context) : context.catalogue.concerns(row, context);
}

function match(usage: Usage, context: RuleContext): readonly Sighting[] {
  const { catalogue } = context;
  switch (usage.kind) {
    case 'invocation':
      return matchInvocation(usage, context);
    case 'function-call':
      return referencesOfCall(usage);
    case 'path':
      return usage.asked !== undefined && matchAskedPath(usage, catalogue).length > 0
        ? matchAskedPath(usage, catalogue)
        : matchPathUse(usage, catalogue.rowsOf('path'));
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

function matchInvocation(invocation: Invocation, context: RuleContext): readonly Sighting[] {
  const readings = readingsOf(invocation, invocation.args, args => ({ ...invocation, args }));
  const varies = invocation.via !== undefined || invocation.args.some(isVariable);
  return matchReadings(readings, varies, reading => matchReading(reading, context));
}

function matchReading(invocation: Invocation, context: RuleContext): readonly Sighting[] {
  const command = matchCommand(invocation, context);
  const question = questionOf(invocation);
  const sightings = command ? [command] : matchOthers(invocation, question, context);
  const at = invocation.source.startOf(invocation.command.start);
  const asks = question.generation === 'old';
  return sightings.map(sighting => ({ ...sighting, at, ...(asks && sighting.kind === 'match' && { asks }) }));
}

function matchPathUse(usage: PathUse, rows: readonly RowOf<'path'>[]): readonly Sighting[] {
  const readings = readingsOf(usage, [usage.word], ([word]) => ({ ...usage, word: word! }));
  // Who puts the names of both clients together in one place means both.
  const known = { isForBoth: readings.new !== undefined };
  return matchReadings(readings, isVariable(usage.word), reading => matchPath(reading, rows, known));
}

/** Uses of the old client by its names, and beside them what the names of the new one tell. */
function matchReadings<Use>(
  readings: Readings<Use>,
  varies: boolean,
  matches: (reading: Use) => readonly Sighting[],
): readonly Sighting[] {
  const sightings = matches(readings.old).map(each => (varies && isUse(each) ? { ...each, varies } : each));
  return readings.new ? [...sightings, ...matches(readings.new).filter(isReference)] : sightings;
}

function isVariable({ value, values }: ResolvedWord): boolean {
  return value === undefined && values.length > 0;
}

/** What an option is wrong for is the new client, whichever name it goes by. */
function isUse(sighting: Sighting): boolean {
  return sighting.kind === 'match' && sighting.row.match.kind !== 'option';
}

function isReference({ kind }: Sighting): boolean {
  return kind === 'reference';
}

function matchOthers(invocation: Invocation, question: Question, context: RuleContext): readonly Sighting[] {
  const { catalogue } = context;
  return [
    ...matchNewProgram(invocation, context),
    ...matchService(invocation, context),
    ...matchJournal(invocation, catalogue),
    ...matchProcess(invocation, catalogue),
    ...matchProbe(invocation, question, catalogue),
    ...matchUnitLink(invocation, catalogue),
    ...matchBus(invocation, catalogue),
    ...matchPackage(invocation, catalogue),
    ...matchCall(invocation, catalogue),
    ...matchInventory(invocation, catalogue),
    ...referencesOf(invocation, question),
  ];
}
