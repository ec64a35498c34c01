/** `stop OLD && disable OLD` next to `stop NEW && disable NEW`: each action depends on its counterpart. */
import type { Match } from '../../rules/occurrence.ts';
import type { DeviceUses } from './device-uses.ts';
import { type Fact, fails, isNewThere, isOutcome, placeIn, succeeds } from './facts.ts';
import { sharedBy } from './relations.ts';
import type { Ternary } from './ternary.ts';
import { retiring, type Use } from './uses.ts';

/**
 * Reached only where an action on the old client has succeeded, and `other` where the same action on the new one has.
 */
export function isDoneAfterSame(uses: DeviceUses, { no }: Ternary, { yes }: Ternary): boolean {
  const refused = [...no.of].filter(fact => isOutcome(fact) && fact === fails(placeIn(fact)));
  const isAlike = (place: number, twin: number) =>
    uses.matchesAt(place).some(old => uses.referencesAt(twin).some(use => isSame(uses, use, old)));
  const isPutAway = (place: number) => uses.referencesAt(place).some(use => retiring.has(use.actionKey));
  const isSuccess = (fact: Fact) => fact === succeeds(placeIn(fact)) && isPutAway(placeIn(fact));
  const isTwin = (fact: Fact) => refused.some(other => isAlike(placeIn(other), placeIn(fact)));
  const done = [...yes.of].filter(fact => fact !== isNewThere);
  return !yes.overflow && done.every(isSuccess) && done.some(isTwin);
}

function isSame(uses: DeviceUses, use: Use, old: Match): boolean {
  if (old.isProbe || use.actionKey !== old.actionKey) return false;
  const shared = sharedBy(old.branchContext, use.branchContext);
  if (shared?.left.kind !== 'list') return false;
  return uses.runs(use).value === true || shared.inside.every(({ kind }) => kind === 'chain' || kind === 'list');
}
