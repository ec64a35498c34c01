/** Cache of checked files: the same text with the same options has the same findings. */
import type { CheckOptions } from '../../findings/check.ts';

/** Equal only for equal texts. */
export type KeyOf = (text: string) => string;

interface Checked {
  readonly key: string;
  readonly options: CheckOptions;
}

export class CheckedFileCache {
  readonly #byPath = new Map<string, Checked>();
  readonly #keyOf: KeyOf;

  constructor(keyOf: KeyOf) {
    this.#keyOf = keyOf;
  }

  add(path: string, text: string, options: CheckOptions): void {
    this.#byPath.set(path, { key: this.#keyOf(text), options });
  }

  delete(path: string): void {
    this.#byPath.delete(path);
  }

  paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  isCurrent(path: string, text: string, options: CheckOptions): boolean {
    const checked = this.#byPath.get(path);
    return checked !== undefined && checked.options === options && checked.key === this.#keyOf(text);
  }
}
