/** The paths that a scan has visited: whatever was known of other paths in its folders is gone. */
import { isAtOrBelow } from '../../workspace/paths.ts';
import type { OpenRoot } from './open-roots.ts';

export class VisitedPaths {
  /** Files that name Mender. */
  readonly seen = new Set<string>();
  /** Links to files outside of all roots. */
  readonly links = new Set<string>();
  readonly #paths = new Map<OpenRoot, Set<string>>();

  add(opened: OpenRoot, path: string): void {
    const paths = this.#paths.get(opened);
    if (paths) paths.add(path);
    else this.#paths.set(opened, new Set([path]));
  }

  /** Whether a file of a root would have been found. Files of a root inside another one are left to it. */
  lacks(file: string, opened: OpenRoot | undefined): boolean {
    const paths = opened && this.#paths.get(opened);
    return paths !== undefined && isAtOrBelow(file, paths) && !this.seen.has(file);
  }

  /**
   * Forgets symlinks that were not found again; returns their targets if no other link leads to them, and the targets
   * of the others.
   */
  withoutLinks(opened: OpenRoot): readonly string[] {
    const paths = this.#paths.get(opened);
    if (!paths) return [];
    const { links } = opened;
    return links.within(paths).flatMap(link => {
      if (this.links.has(link)) return links.targetOf(link) ?? [];
      const target = links.remove(link);
      return target === undefined || links.hasLinkTo(target) ? [] : [target];
    });
  }
}
