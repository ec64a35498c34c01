/**
 * `mender daemon`, which became two daemons: a fix starts both or is not offered, since one of them alone is no client.
 */

import { bothDaemons, withOtherService } from '../fixes/both-daemons.ts';
import type { Fix } from '../fixes/fix.ts';
import type { RewrittenCall } from '../fixes/rewrite-call.ts';
import type { Successor } from '../mender/patterns-of-calls.ts';
import { conflictingUnits, newProcesses, newUnits, oldUnits } from '../mender/service-names.ts';
import type { Invocation } from '../usage/usage.ts';

type Rewrites = readonly { readonly successor: Successor; readonly rewrite: RewrittenCall }[];

/** Why no fix is offered where both cannot be written. */
export const halfOnly = 'each of them must be started separately';

export function daemonFixes(invocation: Invocation, rewrites: Rewrites): Fix[] {
  const { unit, unitSection } = invocation.context;
  const program = newProcesses.find((_, index) => unit === `${newUnits[index]}.service`);
  const own = rewrites.find(({ successor }) => successor.program === program);
  if (own) return asFix(`Replace with \`${nameOf(own.successor)}\``, own.rewrite.edits.finish());
  if (unitSection) return unitFixes(invocation, rewrites);
  const names = rewrites.map(({ successor }) => nameOf(successor)).join('` and `');
  const edits = rewrites.map(({ rewrite }) => rewrite.edits);
  return asFix(`Start both \`${names}\``, bothDaemons(invocation, edits));
}

/** A user's own unit runs the daemon that wants the other one. */
function unitFixes(invocation: Invocation, rewrites: Rewrites): Fix[] {
  const [service] = newUnits;
  const { successor, rewrite } = rewrites.at(-1)!;
  const name = nameOf(successor);
  const { edits, isThere } = withOtherService(invocation, rewrite.edits, `${service}.service`);
  if (isThere) return asFix(`Replace with \`${name}\``, edits);
  // The other service may be enabled separately, which this file does not say.
  return [
    ...asFix(`Replace with \`${name}\`, and want \`${service}.service\` for the other one`, edits),
    ...asFix(`Replace with \`${name}\` (check: \`${service}.service\` must be enabled)`, rewrite.edits.finish()),
  ];
}

function asFix(title: string, edits: Fix['edits'] | undefined): Fix[] {
  return edits ? [{ title, safety: 'review', edits }] : [];
}

function nameOf({ program, command }: Successor): string {
  return `${program} ${command}`;
}

/** Why the daemon cannot be run by a unit of the old name any more. */
export function unitThatGoes({ context: { unit } }: Invocation): string | undefined {
  const name = oldUnits.find(old => unit === `${old}.service`);
  if (name === undefined) return undefined;
  const because = conflictingUnits.includes(name) ? `, which have \`Conflicts=${unit}\`` : '';
  return `this unit must be removed: Mender ships ${newUnits.map(unit => `${unit}.service`).join(' and ')}${because}`;
}
