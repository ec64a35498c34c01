/**
 * The worker thread of a scan, as the scan uses it: started when there is enough to do, kept a few batches ahead, and
 * replaceable when it fails.
 */
import type { FileSystem, FileWorker } from './file-system.ts';

export class ScanWorker {
  readonly #files: FileSystem;
  readonly #asked = new Set<Promise<void>>();
  #started: FileWorker | undefined;
  #isReady = false;
  #isMissing = false;

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** Undefined while it is not ready, when there is none, or when it has failed. The first call starts it. */
  worker(): FileWorker | undefined {
    if (!this.#started && !this.#isMissing) this.#start();
    return this.#isReady && !this.#isMissing ? this.#started : undefined;
  }

  /** Calls `takeBack` instead of `take` when the thread has failed. */
  ask<Answer>(answer: Promise<Answer>, take: (answer: Answer) => void, takeBack: () => void): void {
    const asked = answer.then(take, () => {
      this.#isMissing = true;
      takeBack();
    });
    this.#asked.add(asked);
    void asked.finally(() => this.#asked.delete(asked));
  }

  /** Resolves when an answer has come; undefined when none is expected. */
  answered(): Promise<void> | undefined {
    return this.#asked.size > 0 ? Promise.race(this.#asked) : undefined;
  }

  close(): void {
    this.#started?.close();
  }

  #start(): void {
    this.#started = this.#files.startWorker?.();
    this.#isMissing = this.#started === undefined;
    this.#started?.ready.then(
      () => (this.#isReady = true),
      () => (this.#isMissing = true),
    );
  }
}
