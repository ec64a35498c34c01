/** What a script does about the answer when it asks for the old generation on a device that has none of it. */
import { type Frame, framesOf } from '../../usage/frame.ts';
import type { Device } from './device.ts';

/** What runs there because the answer is no. */
export interface Reaction {
  /** `wait`: a loop that never ends. `step`: the other branch. `failure`: the script, or its function, fails. */
  readonly kind: 'wait' | 'step' | 'failure';
  readonly construct: object;
}

/** Of a question in the condition of a branch or a loop. Undefined when nothing, or nothing known, comes of a no. */
export function reactionTo(question: Frame | undefined, device: Device): Reaction | undefined {
  for (const frame of framesOf(question)) {
    const { kind, condition, construct } = frame;
    if (kind === 'list') continue;
    if (!condition) return undefined;
    if (isWaiting(frame, device)) return { kind: 'wait', construct };
    if (kind === 'if') return isBranching(frame, device) ? { kind: 'step', construct } : undefined;
    if (kind === 'chain' && isChained(frame, device))
      return { kind: fails(frame, device) ? 'failure' : 'step', construct };
  }
  return undefined;
}

function isWaiting({ flow }: Frame, device: Device): boolean {
  return flow?.kind === 'loop' && device.holds(flow.condition()) === true;
}

/** `if ! question; then`, or an `else` */
function isBranching({ flow, arm }: Frame, device: Device): boolean {
  if (flow?.kind !== 'if') return false;
  const conditions = flow.conditions();
  const index = arm >> 1;
  const holds = device.holds(conditions[index]!);
  return holds === true || (holds === false && (flow.otherwise || index < conditions.length - 1));
}

/** `question || step` */
function isChained({ flow, arm, ignored }: Frame, device: Device): boolean {
  if (flow?.kind !== 'chain' || flow.operators[arm] !== '||' || ignored) return false;
  return device.holds(flow.conditions()[arm]!) === false;
}

/** `question || exit 1` */
function fails({ flow, arm }: Frame, device: Device): boolean {
  const next = flow?.kind === 'chain' ? flow.conditions()[arm + 1] : undefined;
  return next !== undefined && device.holds(next) === false;
}
