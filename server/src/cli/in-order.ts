/** Several tasks that run at the same time, and are handled in the order in which they were started. */

interface Begun<Result> {
  readonly result: Promise<Result>;
  readonly take: (result: Result) => void;
}

export class InOrder<Result> {
  readonly #limit: number;
  readonly #begun: Begun<Result>[] = [];

  /** `limit`: how many run at the same time. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves when another one may be started. Rejects when one has failed. */
  async add(result: Promise<Result> | Result, take: (result: Result) => void): Promise<void> {
    const promise = Promise.resolve(result);
    // It is reported when its turn comes, and not before.
    promise.catch(() => undefined);
    this.#begun.push({ result: promise, take });
    if (this.#begun.length >= this.#limit) await this.#next();
  }

  async end(): Promise<void> {
    while (this.#begun.length > 0) await this.#next();
  }

  async #next(): Promise<void> {
    const { result, take } = this.#begun.shift()!;
    take(await result);
  }
}
