/** All matchers over the usages of a document. */
import { appliesTo } from '../catalogue/catalogue.ts';
import type { Invocation, PathUse, ResolvedWord, Usage } from '../usage/usage.ts';
import { matchBus, matchBusName } from './bus.ts';
import { matchCommand } from './command.ts';
import { matchConfig } from './config.ts';
import { matchDependency } from './dependency.ts';
import { matchEnvironment } from './environment.ts';
import { matchFileName } from './file-name.ts';
import { matchJournal } from './journal.ts';
import { matchModule } from './module.ts';
import { referencesOf, referencesOfCall } from './new-generation.ts';
import { matchNewProgram } from './option.ts';
import { matchPackage } from './package.ts';
import { matchPackageTask } from './package-task.ts';
import { matchPath } from './path.ts';
import { type Question, questionOf } from './presence.ts';
import { matchProbe } from './probe.ts';
import { matchProcess } from './process.ts';
import { readingsOf } from './readings.ts';
import { matchRecipeCondition, matchRecipeFile, matchRecipeVariable } from './recipe.ts';
import { matchService } from './service.ts';
import { matchServiceTask } from './service-task.ts';
import { matchSetting } from './setting.ts';
import type { RuleContext, Sighting } from './sighting.ts';
import { matchUnitFile, matchUnitReference } from './unit.ts';
import { matchUnitLink } from './unit-link.ts';

export function sightingsOf(usage: Usage, context: RuleContext): readonly Sighting[] {
  const sightings = [...match(usage, context), ...context.extra.flatMap(matches => matches(usage))];
  return sightings.filter(sighting => sighting.kind === 'reference' || appliesTo(sighting.row, context.target));
}

function match(usage: Usage, context: RuleContext): readonly Sighting[] {
  switch (usage.kind) {
    case 'invocation':
      return matchInvocation(usage, context);
    case 'function-call':
      return referencesOfCall(usage);
    case 'path':
      return matchPathUse(usage);
    case 'unit-reference':
      return matchUnitReference(usage);
    case 'unit-environment':
      return matchEnvironment(usage);
    case 'unit-file':
      return matchUnitFile(usage);
    case 'config':
      return matchConfig(usage);
    case 'module-case':
      return matchModule(usage);
    case 'setting':
      return matchSetting(usage);
    case 'script-file':
      return matchFileName(usage);
    case 'bus-name':
      return matchBusName(usage);
    case 'dependency':
      return matchDependency(usage);
    case 'package':
      return matchPackageTask(usage);
    case 'service-task':
      return matchServiceTask(usage);
    case 'recipe-variable':
      return matchRecipeVariable(usage);
    case 'recipe-condition':
      return matchRecipeCondition(usage);
    case 'recipe-file':
      return matchRecipeFile(usage);
    case 'written-file':
      return [];
  }
}

function matchInvocation(invocation: Invocation, context: RuleContext): readonly Sighting[] {
  const readings = readingsOf(invocation, invocation.args, args => ({ ...invocation, args }));
  const varies = invocation.via !== undefined || invocation.args.some(isVariable);
  const sightings = matchReading(readings.old, context).map(each =>
    varies && isUse(each) ? { ...each, varies } : each,
  );
  return readings.new ? [...sightings, ...matchReading(readings.new, context).filter(isReference)] : sightings;
}

function matchReading(invocation: Invocation, context: RuleContext): readonly Sighting[] {
  const command = matchCommand(invocation, context);
  const question = questionOf(invocation);
  const sightings = command ? [command] : matchOthers(invocation, question, context);
  const at = invocation.source.startOf(invocation.command.start);
  const asks = question.generation === 'old';
  return sightings.map(sighting => ({ ...sighting, at, ...(asks && sighting.kind === 'match' && { asks }) }));
}

function matchPathUse(usage: PathUse): readonly Sighting[] {
  const readings = readingsOf(usage, [usage.word], ([word]) => ({ ...usage, word: word! }));
  const varies = isVariable(usage.word);
  const sightings = matchPath(readings.old).map(each => (varies && isUse(each) ? { ...each, varies } : each));
  return readings.new ? [...sightings, ...matchPath(readings.new).filter(isReference)] : sightings;
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
  return [
    ...matchNewProgram(invocation, context),
    ...matchService(invocation, undefined, context.target),
    ...matchJournal(invocation),
    ...matchProcess(invocation),
    ...matchProbe(invocation, question),
    ...matchUnitLink(invocation),
    ...matchBus(invocation),
    ...matchPackage(invocation),
    ...referencesOf(invocation, question),
  ];
}
