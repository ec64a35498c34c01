/** The result of evaluating a part of a script, and how the results of several parts are combined. */
import { ofAny, resting, type Ternary, TRUE, UNKNOWN } from './ternary.ts';
import { anyOf, joinedValue, knownValue, restingOn, unknownValue, type Value } from './values.ts';

/** The result of a part: its status, whether the next part runs, and its output. */
export interface Outcome {
  readonly status: Ternary;
  readonly goesOn: Ternary;
  readonly printed: Value;
}

/** The function, loop or process that `return`, `break` or `exit` leaves. */
export interface Enclosing {
  readonly kind: 'function' | 'loop' | 'process';
  readonly left: { readonly runs: Ternary; readonly status: Ternary }[];
}

export const nothing = knownValue(['']);
export const done: Outcome = { status: TRUE, goesOn: TRUE, printed: nothing };
export const unknownOutcome: Outcome = { status: UNKNOWN, goesOn: TRUE, printed: unknownValue };

/** The status of a function or process that can be left before its end. */
export function statusWith({ left }: Enclosing, { status, goesOn }: Outcome): Ternary {
  const ends = [...left, { runs: goesOn, status }].filter(({ runs }) => runs.value !== false);
  return left.length === 0 ? status : ofAny(ends.map(end => resting(end.status, end.runs.yes)));
}

/** The output of a list after its next part. */
export function printedAfter(before: Value, next: Value): Value {
  if (isNothing(next)) return restingOn(before, next.facts);
  if (isNothing(before)) return restingOn(next, before.facts);
  return joinedValue([before, next]);
}

/** In a chain, the operands that run before the last one only decide. */
export function maybePrinted(before: Value, next: Value, runs: Ternary): Value {
  // `command -v OLD >/dev/null && echo yes`
  if (runs.value === false) return restingOn(before, runs.no);
  if (runs.value === true) return isNothing(next) ? restingOn(before, next.facts) : restingOn(next, runs.yes);
  const either = anyOf([before, next]);
  // `STATE=$(systemctl is-active NEW || true)`
  if (before.state === undefined || !isNothing(next)) return either;
  return { ...either, state: before.state, ...(before.choice && { choice: before.choice }) };
}

function isNothing({ texts }: Value): boolean {
  return texts?.length === 1 && texts[0] === '';
}
