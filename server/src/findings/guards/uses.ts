/** Kinds of uses: what brings the client to run or keeps it from that, and what asks for it. */

import type { Match, NewClientUse } from '../../rules/occurrence.ts';
import { processEnding } from '../../rules/probe-queries.ts';

/** A use of the new client, or one of the old client that might become one. */
export type Use = Pick<Match, 'actionKey' | 'branchContext' | 'at' | 'indirection' | 'varies' | 'callSignature'> &
  Pick<NewClientUse, 'units'>;

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
export function isToEach({ actionKey }: Pick<Use, 'actionKey'>): boolean {
  return retiring.has(actionKey) || actionKey === processEnding;
}

/** What fails, or says something else, while the client is stopped or not to be started. */
const hindered: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'systemctl:stop',
    new Set([
      ...['install', 'commit', 'rollback', 'check-update', 'send-inventory'].map(command => `command:${command}`),
      ...['is-active', 'status', 'try-restart', 'condrestart'].map(verb => `systemctl:${verb}`),
      'process',
      processEnding,
    ]),
  ],
  ['systemctl:disable', new Set(['systemctl:is-enabled'])],
]);

/** Whether a use after a stop, or the like, is one that minds it. */
export function isHinderedBy(use: Pick<Use, 'actionKey'>, actionKey: string): boolean {
  return hindered.get(actionKey)?.has(use.actionKey) ?? false;
}

export function isIndependent({ rule }: Match): boolean {
  return rule.independent === true;
}

/** What a recipe sets for a layer that is not there does nothing. */
export function isDeclared({ rule }: Match): boolean {
  return rule.match.kind.startsWith('recipe');
}

export function usesBinary({ rule }: Match): boolean {
  return rule.match.kind === 'command' || rule.match.kind === 'probe' || rule.id === 'binary-path';
}

/** Not whether the client is installed, but how it fares. */
export function asksState({ actionKey }: Match): boolean {
  return isStateAction(actionKey);
}

function isStateAction(actionKey: string): boolean {
  return /^(?:process|systemctl:(?:is-active|is-failed|is-enabled|status))$/.test(actionKey);
}

/** It asks which client there is, or removes what is left of the old one. */
export function isLook({ actionKey }: Pick<Use, 'actionKey'>): boolean {
  return actionKey === 'probe' || actionKey.startsWith('removed:') || isStateAction(actionKey);
}
