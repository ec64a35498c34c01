/** Uses whose failure is ignored, right next to the same for the new client. */
import { leadingUnit, newUnits } from '../../mender/service-names.ts';
import type { Match } from '../../rules/occurrence.ts';
import type { DeviceUses } from './device-uses.ts';
import { areNeighbours, isFailureIgnored } from './relations.ts';
import { bringing, isToEach, type Use } from './uses.ts';

export class LetPass {
  readonly #uses: DeviceUses;

  constructor(uses: DeviceUses) {
    this.#uses = uses;
  }

  isAnswered(match: Match): boolean {
    if (!this.#mayPass(match)) return false;
    const uses = this.#uses.newUses.around(match.actionKey, match).filter(use => this.#isBeside(use, match));
    const served = new Set(uses.flatMap(({ units }) => units ?? []));
    return uses.length > 0 && neededUnits(match).every(unit => served.has(unit));
  }

  /** If `use` were one of the new client. */
  wouldAnswer(use: Use, match: Match): boolean {
    return use.actionKey === match.actionKey && this.#mayPass(match) && this.#isBeside(use, match);
  }

  #mayPass({ at, isProbe, branchContext }: Match): boolean {
    if (isProbe === true || !isFailureIgnored(branchContext)) return false;
    return at === undefined || !this.#uses.evaluationOf(branchContext)?.isEnding(at);
  }

  #isBeside(use: Use, match: Match): boolean {
    if (!this.#uses.isOfNew(use) || this.#uses.runs(use).value === false) return false;
    // The signature of a path identifies the file, and the new client has another file.
    const isSame =
      match.callSignature === undefined ||
      match.rule.match.kind === 'path' ||
      use.callSignature === match.callSignature;
    return (
      isSame &&
      areNeighbours(match.branchContext, use.branchContext, neededUnits(match).length > 0 ? newUnits.length : 1)
    );
  }
}

/** The new units that need the same action. */
function neededUnits(match: Match): readonly string[] {
  if (isToEach(match)) return newUnits;
  return bringing.has(match.actionKey) ? [leadingUnit] : [];
}
