/** How two uses in one file stand to one another: in branches of one decision, or on one path. */
import { type Frame, framesOf } from '../../usage/frame.ts';
import type { Truth } from './truth.ts';

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

/** The first one, which runs as `runs` says, does so whenever what is around both does. */
export function isOnPath(use: Placed, other: Placed, runs: Truth): boolean {
  const shared = sharedBy(other.frame, use.frame);
  if (shared?.left.kind !== 'list') return false;
  return runs.value === true || isUnconditional(shared.inside);
}

interface Placed {
  readonly frame: Frame | undefined;
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
