/** Queue of folders to list, shared by the main thread and the worker, like the queue of files. */
import type { Entry, FileSystem } from './file-system.ts';
import type { ScanWorker } from './scan-worker.ts';
import type { Place } from './tree.ts';

/** Folders per message. */
const BATCH = 8;
/** Batches queued for the worker. */
const AHEAD = 16;

export interface Listed {
  readonly place: Place;
  /** Undefined when the folder cannot be read. */
  readonly entries: readonly Entry[] | undefined;
}

export class FolderQueue {
  readonly #files: FileSystem;
  readonly #help: ScanWorker;
  readonly #soon: Place[] = [];
  readonly #later: Place[];
  readonly #listed: Listed[] = [];
  #batchesAhead = 0;

  constructor(files: FileSystem, help: ScanWorker, start: Place) {
    this.#files = files;
    this.#help = help;
    this.#later = [start];
  }

  /** `isFirst`: it comes before all others. */
  add(place: Place, isFirst: boolean): void {
    (isFirst ? this.#soon : this.#later).push(place);
  }

  /** The neighbours of the last one come next; undefined when there is none. */
  next(): Listed | undefined {
    const place = this.#soon.pop();
    if (place) return this.#list(place);
    const listed = this.#listed.pop();
    if (listed) return listed;
    this.#handOver();
    const later = this.#later.pop();
    return later && this.#list(later);
  }

  /** Neither the next ones nor those far from them: their folders would wait, and need memory. */
  #handOver(): void {
    while (this.#batchesAhead < AHEAD && this.#later.length >= 2 * BATCH) {
      const helper = this.#help.worker();
      if (!helper) return;
      const batch = this.#later.splice(-2 * BATCH, BATCH);
      this.#batchesAhead++;
      this.#help.ask(
        helper.list(batch.map(({ path }) => path)),
        lists => {
          this.#batchesAhead--;
          for (const [index, entries] of lists.entries()) this.#listed.push({ place: batch[index]!, entries });
        },
        () => this.#later.push(...batch),
      );
    }
  }

  #list(place: Place): Listed {
    return { place, entries: this.#files.list(place.path) };
  }
}
