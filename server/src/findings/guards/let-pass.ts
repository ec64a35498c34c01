/** Uses of the old client whose failure is let pass, beside the same for the new one: whichever is there is meant. */
import { newUnits } from '../../mender/service-names.ts';
import type { Match } from '../../rules/occurrence.ts';
import type { DeviceUses } from './device-uses.ts';
import { fails } from './facts.ts';
import { isOnPath } from './relations.ts';
import { bringing, type Use } from './uses.ts';

/** mender-updated wants mender-authd: with the one, both run. */
export const leadingUnit = newUnits[1];

export class LetPass {
  readonly #uses: DeviceUses;

  constructor(uses: DeviceUses) {
    this.#uses = uses;
  }

  /** `start NEW || true; start OLD || true`: what a loop over both names does. */
  isEitherMeant(match: Match): boolean {
    if (!this.isLetPass(match)) return false;
    const uses = this.#uses.newUses.around(match.actionKey, match);
    return uses.some(use => this.#uses.isOfNew(use) && this.#isBeside(use, match));
  }

  /** Whether it would be so if `use` were one of the new client. */
  wouldBeMeant(use: Use, match: Match): boolean {
    return this.isLetPass(match) && this.#isBeside(use, match);
  }

  isLetPass(match: Match): boolean {
    return bringing.has(match.actionKey) && match.rule.match.kind === 'service' && this.#comesToNothing(match);
  }

  #isBeside(use: Use, match: Match): boolean {
    const isWhole = use.units === undefined || use.units.includes(leadingUnit);
    const isSame = use.actionKey === match.actionKey && isWhole && this.#comesToNothing(use);
    return isSame && isOnPath(use, match, this.#uses.runs(use));
  }

  /** `true` runs because it fails; nothing else does, and nothing is left out. */
  #comesToNothing({ at, branchContext }: Use): boolean {
    const evaluation = this.#uses.evaluationOf(branchContext);
    if (at === undefined || !evaluation) return false;
    const known = this.#uses.consequencesIn(evaluation);
    const started = known.runBy(fails(at)).filter(item => item.at !== at);
    const isNothing = started.length > 0 && started.every(({ words: [name = ''] }) => /^(?:true|:)$/.test(name));
    return isNothing && known.lostBy(fails(at)).every(item => item.at === at);
  }
}
