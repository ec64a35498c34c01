/** All matchers over the usages of a document. */
import { appliesTo } from '../catalogue/catalogue.ts';
import type { Invocation, Usage } from '../usage/usage.ts';
import { matchBus } from './bus.ts';
import { matchCommand } from './command.ts';
import { matchConfig } from './config.ts';
import { matchJournal } from './journal.ts';
import { matchNewProgram } from './option.ts';
import { matchPath } from './path.ts';
import { matchProbe, newProbe } from './probe.ts';
import { matchProcess } from './process.ts';
import { matchService } from './service.ts';
import type { RuleContext, Sighting } from './sighting.ts';
import { matchUnitFile, matchUnitReference } from './unit.ts';

export function sightingsOf(usage: Usage, context: RuleContext): readonly Sighting[] {
  const sightings = match(usage, context);
  return sightings.filter(sighting => sighting.kind === 'reference' || appliesTo(sighting.row, context.target));
}

function match(usage: Usage, context: RuleContext): readonly Sighting[] {
  switch (usage.kind) {
    case 'invocation':
      return matchInvocation(usage, context);
    case 'path':
      return matchPath(usage);
    case 'unit-reference':
      return matchUnitReference(usage);
    case 'unit-file':
      return matchUnitFile(usage);
    case 'config':
      return matchConfig(usage);
    case 'written-file':
      return [];
  }
}

function matchInvocation(invocation: Invocation, context: RuleContext): readonly Sighting[] {
  const command = matchCommand(invocation, context);
  if (command) return [command];
  return [
    ...matchNewProgram(invocation, context),
    ...matchService(invocation),
    ...matchJournal(invocation),
    ...matchProcess(invocation),
    ...matchProbe(invocation),
    ...matchBus(invocation),
    ...newProbe(invocation),
  ];
}
