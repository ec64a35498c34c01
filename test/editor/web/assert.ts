/** The part of `node:assert/strict` that the suites use, in an extension host without Node. */
import isEqual from 'fast-deep-equal';

function ok(value: unknown, message = `${String(value)} is not so`): void {
  if (!value) throw new Error(message);
}

function equal(actual: unknown, expected: unknown): void {
  ok(Object.is(actual, expected), `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown): void {
  ok(isEqual(actual, expected), `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${JSON.stringify(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp): void {
  ok(!pattern.test(text), `${JSON.stringify(text)} matches ${pattern}`);
}

export const assert = { ok, equal, deepEqual, match, doesNotMatch };
