/** Kinds of uses: those that start the client or prevent that, and probes for it. */
import { commandsOfService } from '../../mender/programs.ts';
import type { Match, NewClientUse } from '../../rules/occurrence.ts';
import { processEnding } from '../../rules/probe-queries.ts';

/** A use of the new client, or one of the old client that might become one. */
export type Use = Pick<Match, 'actionKey' | 'branchContext' | 'at' | 'indirection' | 'varies' | 'callSignature'> &
  Pick<NewClientUse, 'units'>;

/**
 * Actions that keep the client from running: right where the same is done to the new client, or it is started, on the
 * same path.
 */
export const retiring = new Set(['stop', 'disable', 'mask'].map(verb => `systemctl:${verb}`));

/** Actions that start the new client. */
export const bringing = new Set([
  ...['start', 'restart', 'enable', 'reenable', 'reload-or-restart'].map(verb => `systemctl:${verb}`),
  'package:install',
  'package:installer',
  'package:file',
]);

/** An action on one of the new services leaves the other one alone, except that starting one starts both. */
export function isToEach({ actionKey }: Pick<Use, 'actionKey'>): boolean {
  return retiring.has(actionKey) || actionKey === processEnding;
}

/** Uses that fail, or have another result, while the client is stopped or must not start. */
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

/** Whether a stop, or the like, before a use affects it. */
export function isHinderedBy(use: Pick<Use, 'actionKey'>, actionKey: string): boolean {
  return hindered.get(actionKey)?.has(use.actionKey) ?? false;
}

export function isIndependent({ rule }: Match): boolean {
  return rule.independent === true;
}

/** Settings of a recipe for a missing layer do nothing. */
export function isDeclared({ rule }: Match): boolean {
  return rule.match.kind.startsWith('recipe');
}

export function usesBinary({ rule }: Match): boolean {
  const { match } = rule;
  return match.kind === 'command' || match.kind === 'probe' || (match.kind === 'path' && match.is === 'binary');
}

/** A probe for the state of the client, not for its installation. */
export function probesState({ actionKey }: Match): boolean {
  return isStateAction(actionKey);
}

function isStateAction(actionKey: string): boolean {
  return /^(?:process|systemctl:(?:is-active|is-failed|is-enabled|status))$/.test(actionKey);
}

/** It probes for which client there is, or removes remains of the old one. */
export function isLook({ actionKey }: Pick<Use, 'actionKey'>): boolean {
  return actionKey === 'probe' || actionKey.startsWith('removed:') || isStateAction(actionKey);
}
