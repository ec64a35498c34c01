/** What the failure of a use of the old client starts, or leaves out, although the same is done for the new client. */
import type { Match } from '../../rules/occurrence.ts';
import type { Consequences } from './consequences.ts';
import type { DeviceUses } from './device-uses.ts';
import type { NotedItem } from './evaluation.ts';
import { type Fact, fails, succeeds } from './facts.ts';
import { isIdle, isQuiet, isSameCommand } from './items.ts';
import type { Ternary } from './ternary.ts';
import { isLook, retiring } from './uses.ts';

/** `for u in OLD NEW; do systemctl is-active $u || reboot; done`: something is done because there is no old one. */
export function actsOnAbsence(uses: DeviceUses, match: Match): boolean {
  if (match.isProbe !== true || match.varies !== true) return false;
  const isJudged = (item: NotedItem) => uses.matchesAt(item.at).length > 0;
  return startedBy(uses, match).some(item => item.runs.value === true && !isJudged(item));
}

/** One call names both clients: since the old one is missing it fails, and the failure has an effect. */
export function makesFail(uses: DeviceUses, match: Match): boolean {
  const { at, rule, varies, isProbe, actionKey } = match;
  if (rule.match.kind !== 'service' || varies || isProbe) return false;
  if (!uses.newUses.around(actionKey, match).some(use => use.at === at)) return false;
  return [...startedBy(uses, match), ...lostBy(uses, match)].length > 0;
}

/** The same is done for the new client, but its failure starts something else. */
export function startsOther(uses: DeviceUses, match: Match): boolean {
  const evaluation = uses.evaluationOf(match.branchContext);
  const started = startedBy(uses, match);
  const isInPlace = (place: number) => uses.referencesAt(place).some(use => use.actionKey === match.actionKey);
  const answers = started.filter(item => isInPlace(item.at));
  // Consequences of the failure of either are for both, and so is where the output of either goes.
  const isOfBoth = ({ at: place, runs }: NotedItem) =>
    answers.some(answer => runs.yes.of.has(fails(answer.at)) || evaluation?.areInOnePipe(place, answer.at));
  return started.some(item => !answers.includes(item) && !isOfBoth(item));
}

/**
 * Statements that run once the old client has been removed are left out, since the removal fails. Harmless are those
 * about that client alone, and those that also run once the new one has been removed.
 */
export function keepsOther(uses: DeviceUses, match: Match, runs: Ternary): boolean {
  const { branchContext, actionKey } = match;
  const evaluation = uses.evaluationOf(branchContext);
  if (!evaluation || runs.value === false) return false;
  const twins = uses.newUses
    .around(actionKey, match)
    .flatMap(use => (use.at !== undefined && uses.isOfNew(use) ? [use.at] : []));
  const known = uses.consequencesIn(evaluation);
  const done = twins.flatMap(place => known.runBy(succeeds(place)));
  const isAboutOld = (item: NotedItem) =>
    uses.referencesAt(item.at).some(isLook) || uses.matchesAt(item.at).some(use => retiring.has(use.actionKey));
  const isDone = (item: NotedItem) =>
    twins.some(place => item.runs.no.of.has(fails(place))) ||
    done.some(other => isSameCommand(item, other) || areAlike(uses, item, other));
  return lostBy(uses, match).some(item => !isIdle(item) && !isAboutOld(item) && !isDone(item));
}

/** One does to the old client what the other does to the new one. */
function areAlike(uses: DeviceUses, old: NotedItem, young: NotedItem): boolean {
  const actions = uses.referencesAt(young.at).map(({ actionKey }) => actionKey);
  return uses.matchesAt(old.at).some(({ actionKey }) => actions.includes(actionKey));
}

function startedBy(uses: DeviceUses, match: Match): readonly NotedItem[] {
  return effects(uses, match, (known, failure) => known.runBy(failure));
}

function lostBy(uses: DeviceUses, match: Match): readonly NotedItem[] {
  return effects(uses, match, (known, failure) => known.lostBy(failure));
}

/** Of the failure of a use: what only shows or tests something is none. */
function effects(
  uses: DeviceUses,
  { at, branchContext }: Match,
  of: (known: Consequences, failure: Fact) => readonly NotedItem[],
): readonly NotedItem[] {
  const evaluation = uses.evaluationOf(branchContext);
  if (at === undefined || !evaluation) return [];
  return of(uses.consequencesIn(evaluation), fails(at)).filter(item => item.at !== at && !isQuiet(item));
}
