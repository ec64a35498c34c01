/**
 * Which uses of the old generation are deliberate, because the same script knows the new one: another branch does the
 * same with it, or a condition asks for it first.
 */
import type { Match, Reference } from '../rules/sighting.ts';
import { type Frame, framesOf } from '../usage/frame.ts';

export class Guards {
  /** References by the constructs around them, with the frame they have there. */
  readonly #byConstruct = new Map<object, { readonly reference: Reference; readonly frame: Frame }[]>();

  constructor(references: readonly Reference[]) {
    for (const reference of references) {
      for (const frame of framesOf(reference.frame)) {
        const known = this.#byConstruct.get(frame.construct);
        if (known) known.push({ reference, frame });
        else this.#byConstruct.set(frame.construct, [{ reference, frame }]);
      }
    }
  }

  isDeliberate(match: Match): boolean {
    if (this.#byConstruct.size === 0) return false;
    for (const frame of framesOf(match.frame)) {
      const others = this.#byConstruct.get(frame.construct) ?? [];
      if (others.some(other => guards(other.reference, other.frame, match, frame))) return true;
    }
    return false;
  }
}

function guards(reference: Reference, there: Frame, match: Match, here: Frame): boolean {
  // Whether the old binary is there is asked to choose between the two.
  const chooses = match.action === 'probe' && here.condition;
  const sameAction = reference.action === match.action || chooses;
  switch (here.kind) {
    case 'list':
      // Side by side: the same done for both. Or the new generation has been dealt with and the script has left.
      return (
        there.arm !== here.arm && (sameAction || (there.leaves === true && there.arm < here.arm && reference.probe))
      );
    case 'if':
    case 'loop':
    case 'chain':
      if (there.condition && reference.probe) return there.arm !== here.arm || here.condition;
      return there.arm !== here.arm && sameAction;
    case 'case':
      return there.arm !== here.arm && sameAction;
    case 'function':
      return false;
  }
}
