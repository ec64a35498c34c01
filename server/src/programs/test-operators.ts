/** Operators of test(1), and of `[[ ]]` and `(( ))`, that test a text or compare. Tests of files are in the table. */

/** Whether a text is empty or not. */
export const textTests: ReadonlyMap<string, 'filled' | 'empty'> = new Map([
  ['-n', 'filled'],
  ['-z', 'empty'],
]);

/** Of numbers, and in `(( ))`. */
export const comparisons: ReadonlyMap<string, 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne'> = new Map([
  ['-lt', 'lt'],
  ['-le', 'le'],
  ['-gt', 'gt'],
  ['-ge', 'ge'],
  ['-eq', 'eq'],
  ['-ne', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
  ['==', 'eq'],
  ['!=', 'ne'],
]);

/** POSIX had them once; the first one binds less tightly. */
export const connectives = [
  ['-o', 'either'],
  ['-a', 'both'],
] as const;
