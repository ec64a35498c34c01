/** What minds that the client is stopped, or not to be started: until then it has to be answered. */
import type { Match } from '../../rules/occurrence.ts';
import type { DeviceUses } from './device-uses.ts';
import type { Evaluation } from './evaluation.ts';
import { isHinderedBy, retiring, type Use } from './uses.ts';

export class Hindrances {
  readonly #uses: DeviceUses;
  /** By what is done, the turns of what minds it: the same for all uses, hence looked for once. */
  readonly #turns = new Map<Evaluation, Map<string, readonly number[]>>();

  constructor(uses: DeviceUses) {
    this.#uses = uses;
  }

  /** `--now` stops as well. */
  deedsOf({ actionKey, at, branchContext }: Use): readonly string[] {
    const evaluation = retiring.has(actionKey) ? this.#uses.evaluationOf(branchContext) : undefined;
    const item = at === undefined || !evaluation ? undefined : this.#uses.consequencesIn(evaluation).itemAt(at);
    return item?.words.includes('--now') ? [actionKey, 'systemctl:stop'] : [actionKey];
  }

  /** Whether something is done before what minds the client to be stopped, or not to be. */
  inTimeFor(match: Match): (use: Use) => boolean {
    const { at, branchContext } = match;
    const evaluation = this.#uses.evaluationOf(branchContext);
    const known = evaluation && this.#uses.consequencesIn(evaluation);
    const turn = at === undefined ? undefined : known?.turnOf(at);
    if (!evaluation || !known || turn === undefined) return () => true;
    const next = (deed: string) => this.#turnsIn(evaluation, deed).find(other => other > turn);
    const end = Math.min(...this.deedsOf(match).map(deed => next(deed) ?? Number.POSITIVE_INFINITY));
    return use => use.at === undefined || (known.turnOf(use.at) ?? 0) <= end;
  }

  #turnsIn(evaluation: Evaluation, deed: string): readonly number[] {
    const byDeed = this.#turns.get(evaluation) ?? new Map<string, readonly number[]>();
    this.#turns.set(evaluation, byDeed);
    const turns = byDeed.get(deed) ?? this.#turnsAnew(evaluation, deed);
    byDeed.set(deed, turns);
    return turns;
  }

  #turnsAnew(evaluation: Evaluation, deed: string): readonly number[] {
    const known = this.#uses.consequencesIn(evaluation);
    const isHindered = (use: Use) => isHinderedBy(use, deed);
    return known.items
      .filter(({ runs }) => runs.value !== false)
      .map(({ at }) => at)
      .filter(at => this.#uses.referencesAt(at).some(isHindered) || this.#uses.matchesAt(at).some(isHindered))
      .map(at => known.turnOf(at)!)
      .sort((left, right) => left - right);
  }
}
