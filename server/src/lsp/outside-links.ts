/** Links of a root to files that are in no root: what they lead to is checked, though no folder of the workspace has it. */

export class OutsideLinks {
  /** Real paths by that of the link. */
  readonly #targets = new Map<string, string>();

  add(link: string, target: string): void {
    this.#targets.set(link, target);
  }

  /** Forgets links; gives what they led to. */
  remove(isGone: (link: string) => boolean): ReadonlySet<string> {
    const targets = new Set<string>();
    for (const [link, target] of this.#targets) {
      if (!isGone(link)) continue;
      this.#targets.delete(link);
      targets.add(target);
    }
    return targets;
  }

  /** Whether a link that is none of these leads there. */
  leadTo(target: string, except?: (link: string) => boolean): boolean {
    for (const [link, led] of this.#targets) if (led === target && !except?.(link)) return true;
    return false;
  }
}
