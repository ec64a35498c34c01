/** Operators of test(1), and of `[[ ]]` and `(( ))`, that ask about a text or compare. What asks about files is in the table. */

/** Whether a text is empty, or is not. */
export const textQuestions: ReadonlyMap<string, 'filled' | 'empty'> = new Map([
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

/** POSIX had them once; the first binds less. */
export const connectives = [
  ['-o', 'either'],
  ['-a', 'both'],
] as const;
