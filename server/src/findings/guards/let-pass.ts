/** Uses whose failure is let pass, and the same done for the new client right beside them. */
import { newUnits } from '../../catalogue/service-names.ts';
import type { Match } from '../../rules/sighting.ts';
import type { DeviceUses } from './device-uses.ts';
import { areNeighbours, isLetPass } from './relations.ts';
import { isToEach, type Use } from './uses.ts';

export class LetPass {
  readonly #uses: DeviceUses;

  constructor(uses: DeviceUses) {
    this.#uses = uses;
  }

  isAnswered(match: Match): boolean {
    if (!this.#mayPass(match)) return false;
    const uses = this.#uses.references.around(match.action, match).filter(use => this.#isBeside(use, match));
    if (!isToEach(match)) return uses.length > 0;
    const served = new Set(uses.flatMap(({ units }) => units ?? []));
    return newUnits.every(unit => served.has(unit));
  }

  /** If `use` were one of the new client. */
  wouldAnswer(use: Use, match: Match): boolean {
    return use.action === match.action && this.#mayPass(match) && this.#isBeside(use, match);
  }

  #mayPass({ at, asks, frame }: Match): boolean {
    if (asks === true || !isLetPass(frame)) return false;
    return at === undefined || !this.#uses.evaluationOf(frame)?.isEnding(at);
  }

  #isBeside(use: Use, match: Match): boolean {
    if (!this.#uses.isOfNew(use) || this.#uses.runs(use).value === false) return false;
    const isSame = match.manner === undefined || use.manner === match.manner;
    return isSame && areNeighbours(match.frame, use.frame, isToEach(match) ? newUnits.length : 1);
  }
}
