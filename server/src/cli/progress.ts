/** Shows on a terminal that work is going on, in one line that disappears at the end; nothing for a short run. */
import type { ScanProgress } from '../workspace/scan.ts';
import type { CliContext } from './streams.ts';

type Around = Pick<CliContext, 'terminals' | 'now' | 'err'>;

/** Milliseconds before the first line, and between two. */
const PATIENCE = 700;
const PAUSE = 100;

export class Progress {
  readonly #context: Around;
  #next: number;
  #isShown = false;

  constructor(context: Around) {
    this.#context = context;
    this.#next = context.now() + PATIENCE;
  }

  show({ done, total }: Pick<ScanProgress, 'done' | 'total'>): void {
    const { terminals, now, err } = this.#context;
    if (!terminals.err || now() < this.#next) return;
    this.#next = now() + PAUSE;
    this.#isShown = true;
    const text = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files found so far`;
    err(`\r\x1b[K${text.slice(0, Math.max(0, terminals.err.columns - 1))}`);
  }

  clear(): void {
    if (this.#isShown) this.#context.err('\r\x1b[K');
    this.#isShown = false;
  }
}
