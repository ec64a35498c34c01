/** All matchers over the usages of a document. */
import { appliesTo } from '../catalogue/catalogue.ts';
import type { Invocation, Usage } from '../usage/usage.ts';
import { matchBus, matchBusName } from './bus.ts';
import { matchCall } from './call.ts';
import { matchCommand } from './command.ts';
import { matchConfig } from './config.ts';
import { matchDependency } from './dependency.ts';
import { matchEnvironment, matchScriptEnvironment } from './environment.ts';
import { catalogueMatchers } from './extra.ts';
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
import { asksForOld, type Question, questionOf } from './presence.ts';
import { matchProbe } from './probe.ts';
import { matchProcess } from './process.ts';
import { matchRecipeCondition, matchRecipeFile, matchRecipeVariable } from './recipe.ts';
import { matchService } from './service.ts';
import { matchServiceTask } from './service-task.ts';
import { matchSetting } from './setting.ts';
import type { RuleContext, Sighting } from './sighting.ts';
import { matchUnitFile, matchUnitReference } from './unit.ts';
import { matchUnitLink } from './unit-link.ts';

export function sightingsOf(usage: Usage, context: RuleContext): readonly Sighting[] {
  const others = [...catalogueMatchers, ...context.extra];
  const sightings = [...match(usage, context), ...others.flatMap(matches => matches(usage))];
  return sightings.filter(sighting => sighting.kind === 'reference' || appliesTo(sighting.row, context.target));
}

function match(usage: Usage, context: RuleContext): readonly Sighting[] {
  switch (usage.kind) {
    case 'invocation':
      return matchInvocation(usage, context);
    case 'function-call':
      return referencesOfCall(usage);
    case 'path':
      return matchPath(usage);
    case 'unit-reference':
      return matchUnitReference(usage);
    case 'unit-environment':
      return matchEnvironment(usage);
    case 'script-environment':
      return matchScriptEnvironment(usage);
    case 'read-output':
      return matchOutput(usage);
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
  const command = matchCommand(invocation, context);
  const question = questionOf(invocation);
  const sightings = command ? [command] : matchOthers(invocation, question, context);
  if (!asksForOld(invocation, question)) return sightings;
  return sightings.map(sighting => (sighting.kind === 'match' ? { ...sighting, asks: true } : sighting));
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
    ...matchCall(invocation),
    ...matchInventory(invocation),
    ...referencesOf(invocation, question),
  ];
}
