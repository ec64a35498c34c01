/** Several things that go on at a time, and are dealt with in the order in which they were begun. */

interface Begun<Result> {
  readonly result: Promise<Result>;
  readonly take: (result: Result) => void;
}

export class InOrder<Result> {
  readonly #limit: number;
  readonly #begun: Begun<Result>[] = [];

  /** `limit`: how many go on at a time. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves when another one may be begun. Rejects when one has failed. */
  async add(result: Promise<Result> | Result, take: (result: Result) => void): Promise<void> {
    const promise = Promise.resolve(result);
    // It is told when its turn comes, and not before.
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
