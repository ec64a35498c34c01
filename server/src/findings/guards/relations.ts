/** How two uses in one file stand to one another: in branches of one decision, or on one path. */
import { type Frame, framesOf } from '../../usage/frame.ts';

interface Shared {
  /** The innermost construct that both are in, and the part of it that each is in. */
  readonly left: Frame;
  readonly right: Frame;
  /** The frames of the second one inside that part, from the inside out. */
  readonly inside: readonly Frame[];
}

export function sharedBy(left: Frame | undefined, right: Frame | undefined): Shared | undefined {
  const byConstruct = new Map<object, Frame>();
  for (const frame of framesOf(left)) if (!byConstruct.has(frame.construct)) byConstruct.set(frame.construct, frame);
  const inside: Frame[] = [];
  for (const frame of framesOf(right)) {
    const found = byConstruct.get(frame.construct);
    if (found) return { left: found, right: frame, inside };
    inside.push(frame);
  }
  return undefined;
}

/** Whether a part of these constructs runs whenever what is around it does, whatever any test says. */
export function isUnconditional(frames: readonly Frame[]): boolean {
  return frames.every(({ kind, arm, condition }) => {
    switch (kind) {
      case 'list':
        return true;
      case 'if':
      case 'loop':
      case 'chain':
        return condition && arm === 0;
      default:
        return false;
    }
  });
}
