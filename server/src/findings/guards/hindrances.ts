/** Uses that are affected when the client is stopped, or must not start: until then the stop must be answered. */
import { hasOption, readTexts } from '../../programs/command-line.ts';
import { programOf } from '../../programs/programs.ts';
import type { Match } from '../../rules/occurrence.ts';
import type { DeviceUses } from './device-uses.ts';
import type { Evaluation } from './evaluation.ts';
import { isHinderedBy, retiring, type Use } from './uses.ts';

/** `systemctl disable --now` */
function alsoNow([name = '', ...args]: readonly string[]): boolean {
  return hasOption(readTexts(args, programOf(name)), 'now');
}

export class Hindrances {
  readonly #uses: DeviceUses;
  /** The turns of affected uses, by action: the same for all uses, hence computed once. */
  readonly #turns = new Map<Evaluation, Map<string, readonly number[]>>();

  constructor(uses: DeviceUses) {
    this.#uses = uses;
  }

  /** `--now` stops as well. */
  actionKeysOf({ actionKey, at, branchContext }: Use): readonly string[] {
    const evaluation = retiring.has(actionKey) ? this.#uses.evaluationOf(branchContext) : undefined;
    const item = at === undefined || !evaluation ? undefined : this.#uses.consequencesIn(evaluation).itemAt(at);
    return item && alsoNow(item.words) ? [actionKey, 'systemctl:stop'] : [actionKey];
  }

  /** Whether something happens before a use that is affected by the client being stopped or not. */
  inTimeFor(match: Match): (use: Use) => boolean {
    const { at, branchContext } = match;
    const evaluation = this.#uses.evaluationOf(branchContext);
    const known = evaluation && this.#uses.consequencesIn(evaluation);
    const turn = at === undefined ? undefined : known?.turnOf(at);
    if (!evaluation || !known || turn === undefined) return () => true;
    const next = (actionKey: string) => this.#turnsIn(evaluation, actionKey).find(other => other > turn);
    const end = Math.min(...this.actionKeysOf(match).map(actionKey => next(actionKey) ?? Number.POSITIVE_INFINITY));
    return use => use.at === undefined || (known.turnOf(use.at) ?? 0) <= end;
  }

  #turnsIn(evaluation: Evaluation, actionKey: string): readonly number[] {
    const byActionKey = this.#turns.get(evaluation) ?? new Map<string, readonly number[]>();
    this.#turns.set(evaluation, byActionKey);
    const turns = byActionKey.get(actionKey) ?? this.#turnsAnew(evaluation, actionKey);
    byActionKey.set(actionKey, turns);
    return turns;
  }

  #turnsAnew(evaluation: Evaluation, actionKey: string): readonly number[] {
    const known = this.#uses.consequencesIn(evaluation);
    const isHindered = (use: Use) => isHinderedBy(use, actionKey);
    return known.items
      .filter(({ runs }) => runs.value !== false)
      .map(({ at }) => at)
      .filter(at => this.#uses.referencesAt(at).some(isHindered) || this.#uses.matchesAt(at).some(isHindered))
      .map(at => known.turnOf(at)!)
      .sort((left, right) => left - right);
  }
}
