/**
 * Queue of files to open. The scan worker, if there is one, takes from it and returns the few files that are worth
 * reading; the main thread takes from it, too, so that neither waits for the other and nothing is lost when the worker
 * fails.
 */
import type { Opened, PackedFiles } from './file-system.ts';
import type { Candidates } from './find-files.ts';
import type { ScanWorker } from './scan-worker.ts';
import type { FolderRules } from './tree.ts';

/** Files per message: a message costs as much as opening a few of them. */
const BATCH = 256;
/** Batches queued for the worker, so that it has work while we are busy. */
const AHEAD = 3;

/** Most files that wait: the memory of a scan must not grow with the tree. */
const MOST = 16_000;

/** Files of a folder that must be read. */
export interface ToRead {
  readonly rules: FolderRules;
  readonly names: readonly string[];
  readonly isOptional: boolean;
}

/** Waiting candidates: half a million names need a third of the memory in one string for each folder. */
interface Waiting extends PackedFiles {
  readonly rules: FolderRules;
  readonly number: number;
}

export class FileQueue {
  readonly #help: ScanWorker;
  readonly #limit: number;
  readonly #tell: (opened: Opened) => void;
  #waiting: Waiting[] = [];
  /** Index of the first one that has not been taken. */
  #first = 0;
  /** Number of waiting files. */
  #number = 0;
  #batchesAhead = 0;
  #opened: ToRead[] = [];

  /** `limit` in bytes; `tell` receives the files that the worker has opened. */
  constructor(help: ScanWorker, limit: number, tell: (opened: Opened) => void) {
    this.#help = help;
    this.#limit = limit;
    this.#tell = tell;
  }

  add({ folder, names, optional }: Candidates): void {
    this.#wait(folder, names, false);
    this.#wait(folder, optional, true);
    this.#handOver();
  }

  #wait(rules: FolderRules, names: readonly string[], isOptional: boolean): void {
    if (names.length === 0) return;
    const { path, projectWords } = rules;
    const number = names.length;
    this.#waiting.push({ rules, folder: path, names: names.join('/'), projectWords, isOptional, number });
    this.#number += number;
  }

  /** Files to read by now: those that the worker has opened, and others when too many wait. */
  due(): readonly ToRead[] {
    const due = this.#opened;
    if (due.length > 0) this.#opened = [];
    if (this.#number > MOST) due.push(unpacked(this.#take()!));
    return due;
  }

  /** Files to read, even if nobody has opened them yet; undefined when there is none. */
  next(): ToRead | undefined {
    const opened = this.#opened.pop();
    if (opened) return opened;
    this.#handOver();
    const waiting = this.#take();
    return waiting && unpacked(waiting);
  }

  #take(): Waiting | undefined {
    const taken = this.#waiting[this.#first];
    if (!taken) return undefined;
    this.#first++;
    this.#number -= taken.number;
    // Taken items must not stay in memory until the queue is empty.
    if (2 * this.#first >= this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return taken;
  }

  #handOver(): void {
    while (this.#batchesAhead < AHEAD && this.#number >= BATCH) {
      const helper = this.#help.worker();
      if (!helper) return;
      const batch: Waiting[] = [];
      for (let number = 0; number < BATCH; number += batch.at(-1)!.number) batch.push(this.#take()!);
      const packed = batch.map(({ folder, names, projectWords, isOptional }) => ({
        folder,
        names,
        projectWords,
        isOptional,
      }));
      this.#batchesAhead++;
      this.#help.ask(
        helper.open(packed, this.#limit),
        opened => this.#receive(batch, opened),
        () => this.#opened.push(...batch.map(unpacked)),
      );
    }
  }

  #receive(batch: readonly Waiting[], opened: Opened): void {
    this.#batchesAhead--;
    this.#tell(opened);
    for (const [index, names] of opened.worthReading) {
      const { rules, isOptional } = batch[index]!;
      this.#opened.push({ rules, names, isOptional });
    }
    this.#handOver();
  }
}

function unpacked({ rules, names, isOptional }: Waiting): ToRead {
  return { rules, names: names.split('/'), isOptional };
}
