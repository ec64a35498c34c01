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

/** Tasks or functions for different devices, as far as a file says that in no script. */
export function areDevices(frame: Frame | undefined, other: Frame | undefined): boolean {
  const shared = sharedBy(frame, other);
  return shared?.left.kind === 'if' && shared.left.outer === undefined && shared.left.arm !== shared.right.arm;
}

/** It is one of those. */
export function isForDevice(frame: Frame | undefined): boolean {
  return [...framesOf(frame)].at(-1)?.kind === 'if';
}

/** Two questions, of which one is asked when the other has said no. */
export function isNextTo(frame: Frame | undefined, other: Frame | undefined): boolean {
  const asked = [...framesOf(other)].find(({ kind }) => kind !== 'list');
  if (!asked || (asked !== other && asked.kind === 'chain')) return false;
  if (asked.kind !== 'chain' && (asked.kind !== 'if' || !asked.condition)) return false;
  for (const { construct, kind, condition } of framesOf(frame))
    if (construct === asked.construct) return kind === 'chain' || condition;
  return false;
}

/** Nothing comes of its failure: `|| true` follows, or the like. */
export function isLetPass(frame: Frame | undefined): boolean {
  for (const { kind, ignored } of framesOf(frame)) {
    if (ignored) return true;
    if (kind !== 'list') return false;
  }
  return false;
}

/** Two statements of one list, with nothing but `|| true` and the like around each, and at most `most - 1` between them. */
export function areNeighbours(frame: Frame | undefined, other: Frame | undefined, most: number): boolean {
  const [there, back] = [sharedBy(frame, other), sharedBy(other, frame)];
  if (there?.left.kind !== 'list' || !back || Math.abs(there.left.arm - there.right.arm) > most) return false;
  return there.left.arm !== there.right.arm && isUnconditional(there.inside) && isUnconditional(back.inside);
}
