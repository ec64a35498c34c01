/** Files that must be renamed or moved: the right paths for files that a rule finds by their path. */
import type { Rule } from './rule.ts';

/** None for rules and paths without a known new path. */
export function movedPaths({ move }: Rule, path: string): readonly string[] {
  return move?.pattern.test(path) ? move.to.map(to => path.replace(move.pattern, to)) : [];
}
