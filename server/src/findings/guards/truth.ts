/** Three-valued logic: `undefined` is what the text does not say. */
export type Truth = boolean | undefined;

export function not(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

export function both(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left && right;
}

export function either(left: Truth, right: Truth): Truth {
  return not(both(not(left), not(right)));
}

/** Of a property that each of some possible values has or lacks. */
export function ofAll(holds: readonly boolean[]): Truth {
  if (holds.length === 0) return undefined;
  if (holds.every(Boolean)) return true;
  return holds.some(Boolean) ? undefined : false;
}
