/** How deep the tests of a script are followed into what they call. */
import type { Place, PlacedWord, Scope } from './test-reader.ts';

/** Functions that call functions, scripts within scripts. */
const DEEPEST_CALL = 6;

/** The inside of something called with these arguments; undefined when that is too deep. */
export function deeper({ scope }: Place, args: readonly PlacedWord[] | undefined): Scope | undefined {
  const depth = (scope?.depth ?? 0) + 1;
  return depth > DEEPEST_CALL ? undefined : { args, depth };
}
