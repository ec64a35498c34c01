/** Kinds of uses: what brings the client to run or keeps it from that, and what asks for it. */
import { commandsOfService } from '../../catalogue/programs.ts';
import { processEnding } from '../../rules/presence.ts';
import type { Match, Reference } from '../../rules/sighting.ts';

/** A use of the new client, or one of the old client that might become one. */
export type Use = Pick<Match, 'action' | 'frame' | 'at' | 'via' | 'varies' | 'manner'> & Pick<Reference, 'units'>;

/** What says that the client is not to run: right where the new client is told the same, or started, on the same path. */
export const retiring = new Set(['stop', 'disable', 'mask'].map(verb => `systemctl:${verb}`));

/** What brings the new client to run. */
export const bringing = new Set([
  ...['start', 'restart', 'enable', 'reenable', 'reload-or-restart'].map(verb => `systemctl:${verb}`),
  'package:install',
  'package:installer',
  'package:file',
]);

/** What is done to one of the new services leaves the other one as it is; what starts one starts both. */
export function isToEach({ action }: Pick<Use, 'action'>): boolean {
  return retiring.has(action) || action === processEnding;
}

/** What fails, or says something else, while the client is stopped or not to be started. */
const hindered: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'systemctl:stop',
    new Set([
      ...commandsOfService.map(command => `command:${command}`),
      ...['is-active', 'status', 'try-restart', 'condrestart'].map(verb => `systemctl:${verb}`),
      'process',
      processEnding,
    ]),
  ],
  ['systemctl:disable', new Set(['systemctl:is-enabled'])],
]);

/** Whether a use after a stop, or the like, is one that minds it. */
export function isHinderedBy(use: Pick<Use, 'action'>, action: string): boolean {
  return hindered.get(action)?.has(use.action) ?? false;
}

export function isIndependent({ row }: Match): boolean {
  return row.independent === true;
}

/** What a recipe sets for a layer that is not there does nothing. */
export function isDeclared({ row }: Match): boolean {
  return row.match.kind.startsWith('recipe');
}

export function usesBinary({ row }: Match): boolean {
  const { match } = row;
  return match.kind === 'command' || match.kind === 'probe' || (match.kind === 'path' && match.is === 'binary');
}

/** Not whether the client is installed, but how it fares. */
export function asksState({ action }: Match): boolean {
  return isStateAction(action);
}

function isStateAction(action: string): boolean {
  return /^(?:process|systemctl:(?:is-active|is-failed|is-enabled|status))$/.test(action);
}

/** It asks which client there is, or removes what is left of the old one. */
export function isLook({ action }: Pick<Use, 'action'>): boolean {
  return action === 'probe' || action.startsWith('removed:') || isStateAction(action);
}
