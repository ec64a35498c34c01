/** How deep conditions, and the texts they are about, have been followed into each other. */
const DEEPEST = 400;

export class Nesting {
  #depth = 0;

  get isTooDeep(): boolean {
    return this.#depth > DEEPEST;
  }

  within<T>(work: () => T): T {
    this.#depth++;
    const result = work();
    this.#depth--;
    return result;
  }
}
