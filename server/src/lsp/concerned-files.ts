/** Cache of checked files: the same text with the same options has the same findings. */
import { createHash } from 'node:crypto';
import type { CheckOptions } from '../findings/check.ts';

interface Checked {
  readonly hash: string;
  readonly options: CheckOptions;
}

export class ConcernedFiles {
  readonly #byPath = new Map<string, Checked>();

  add(path: string, text: string, options: CheckOptions): void {
    this.#byPath.set(path, { hash: hashOf(text), options });
  }

  delete(path: string): void {
    this.#byPath.delete(path);
  }

  paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  isCurrent(path: string, text: string, options: CheckOptions): boolean {
    const checked = this.#byPath.get(path);
    return checked !== undefined && checked.options === options && checked.hash === hashOf(text);
  }
}

/** Not to keep secrets: so that a megabyte of text need not be kept. */
function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
