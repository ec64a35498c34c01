/** Tells whoever looks at a terminal that something goes on, in one line that is gone in the end; nothing of a run that is over soon. */
import type { ScanProgress } from '../workspace/scan.ts';
import type { Surroundings } from './streams.ts';

type Around = Pick<Surroundings, 'terminals' | 'now' | 'err'>;

/** Milliseconds before the first line, and between two. */
const PATIENCE = 700;
const PAUSE = 100;

export class Progress {
  readonly #surroundings: Around;
  #next: number;
  #isShown = false;

  constructor(surroundings: Around) {
    this.#surroundings = surroundings;
    this.#next = surroundings.now() + PATIENCE;
  }

  show({ done, total }: Pick<ScanProgress, 'done' | 'total'>): void {
    const { terminals, now, err } = this.#surroundings;
    if (!terminals.err || now() < this.#next) return;
    this.#next = now() + PAUSE;
    this.#isShown = true;
    const text = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files found so far`;
    err(`\r\x1b[K${text.slice(0, Math.max(0, terminals.err.columns - 1))}`);
  }

  clear(): void {
    if (this.#isShown) this.#surroundings.err('\r\x1b[K');
    this.#isShown = false;
  }
}
