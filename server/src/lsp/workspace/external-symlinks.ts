/**
 * External symlinks: those of a root to files outside of all roots. Their targets are checked, although no folder of
 * the workspace contains them.
 */
import { isAtOrBelow } from '../../workspace/paths.ts';

export class ExternalSymlinks {
  /** Real paths by the path of the link. */
  readonly #targets = new Map<string, string>();
  /** Number of links by real path. */
  readonly #numbers = new Map<string, number>();

  add(link: string, target: string): void {
    this.remove(link);
    this.#targets.set(link, target);
    this.#numbers.set(target, (this.#numbers.get(target) ?? 0) + 1);
  }

  /** Returns its target, if it was one. */
  remove(link: string): string | undefined {
    const target = this.#targets.get(link);
    if (target === undefined) return undefined;
    this.#targets.delete(link);
    const number = this.#numbers.get(target)! - 1;
    if (number > 0) this.#numbers.set(target, number);
    else this.#numbers.delete(target);
    return target;
  }

  /** Those that are one of these paths, or below one. */
  within(paths: ReadonlySet<string>): readonly string[] {
    return [...this.#targets.keys()].filter(link => isAtOrBelow(link, paths));
  }

  targetOf(link: string): string | undefined {
    return this.#targets.get(link);
  }

  hasLinkTo(target: string): boolean {
    return this.#numbers.has(target);
  }
}
