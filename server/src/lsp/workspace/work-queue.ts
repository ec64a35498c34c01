/** Queue of work on the workspace: one piece at a time, without work that other work includes. */
import { isBelow } from '../../workspace/paths.ts';

/** A folder with everything below it, or a single file. */
export interface Work {
  readonly kind: 'scan' | 'file';
  readonly path: string;
}

export type Batch = Readonly<Record<'scans' | 'files', readonly string[]>>;

export interface QueueSteps {
  /** Called before the first piece of work after a pause. */
  readonly begin: () => Promise<void>;
  /** Called with everything that is waiting. */
  readonly run: (batch: Batch) => Promise<void>;
  /** Called when nothing is waiting any more. */
  readonly end: () => void;
  readonly rootOf: (path: string) => unknown;
}

export class WorkQueue {
  readonly #steps: QueueSteps;
  readonly #waiting = new Map<string, Work>();
  #working: Promise<void> | undefined;

  constructor(steps: QueueSteps) {
    this.#steps = steps;
  }

  get isWorking(): boolean {
    return this.#working !== undefined;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(work: Work): void {
    if (this.#waiting.get(work.path)?.kind !== 'scan') this.#waiting.set(work.path, work);
    this.#working ??= this.#work();
  }

  /** Drops what is waiting. */
  clear(): void {
    this.#waiting.clear();
  }

  async #work(): Promise<void> {
    try {
      await this.#steps.begin();
      while (this.#waiting.size > 0) {
        const all = [...this.#waiting.values()];
        this.#waiting.clear();
        await this.#steps.run(coalesced(all, this.#steps.rootOf));
      }
    } finally {
      // In the same turn in which the queue became empty: later work finds nobody working, and starts again.
      this.#working = undefined;
      this.#steps.end();
    }
  }
}

/** A scan includes everything below it that belongs to the same root. */
function coalesced(waiting: readonly Work[], rootOf: QueueSteps['rootOf']): Batch {
  const scans = new Map<unknown, Set<string>>();
  for (const { kind, path } of waiting) {
    if (kind !== 'scan') continue;
    const root = rootOf(path);
    scans.set(root, (scans.get(root) ?? new Set()).add(path));
  }
  const of = (kind: Work['kind']) =>
    waiting
      .filter(work => work.kind === kind && !isBelow(work.path, scans.get(rootOf(work.path)) ?? new Set()))
      .map(({ path }) => path);
  return { scans: of('scan'), files: of('file') };
}
