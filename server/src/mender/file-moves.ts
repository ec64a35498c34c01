/** Files that have to be called otherwise: where those belong that a rule finds by their path. */
import type { Rule } from './rule.ts';

/** None for rules and paths that no other path is known for. */
export function movedPaths({ move }: Rule, path: string): readonly string[] {
  return move?.pattern.test(path) ? move.to.map(to => path.replace(move.pattern, to)) : [];
}
