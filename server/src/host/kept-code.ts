/**
 * Keeps what V8 has compiled of a bundle for the next process: for a run that is over in half a second it is a tenth of it, for a first look
 * more than half. Node 22 has such a cache, Node 20 only the means (https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptcreatecacheddata),
 * and ours keeps what has been called by then, not what the first process has called.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

export interface KeptModule {
  readonly exports: unknown;
  /** Writes down what is compiled by now, which is to be most of it, unless it was there before. */
  keep(): void;
}

/**
 * What `require(path)` gives; `path` is absolute, and the file is CommonJS. What is in `folder` is run without being read: nobody else may write
 * there. Where nothing can be kept, all is compiled as ever.
 */
export function requireKept(path: string, folder: string | undefined): KeptModule {
  const source = readFileSync(path, 'utf8');
  const name = `${basename(path)}-${process.version}-${process.arch}`;
  const kept = folder === undefined ? undefined : new KeptCode(join(folder, name), source);
  const script = new Script(wrap(source), { filename: path, cachedData: kept?.read() });
  let isKept = script.cachedDataRejected === false;
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return {
    exports: module.exports,
    keep() {
      if (!isKept) kept?.write(script.createCachedData());
      isKept = true;
    },
  };
}

const DIGEST_BYTES = 20;

/** A file with a digest of the source and of what was compiled of it, and the latter: V8 would run what is damaged. */
class KeptCode {
  readonly #path: string;
  readonly #source: string;

  constructor(path: string, source: string) {
    this.#path = path;
    this.#source = source;
  }

  read(): Buffer | undefined {
    try {
      const file = readFileSync(this.#path);
      const compiled = file.subarray(DIGEST_BYTES);
      return this.#digestOf(compiled).equals(file.subarray(0, DIGEST_BYTES)) ? compiled : undefined;
    } catch {
      return undefined;
    }
  }

  write(compiled: Buffer): void {
    try {
      const unfinished = `${this.#path}.${process.pid}`;
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      writeFileSync(unfinished, Buffer.concat([this.#digestOf(compiled), compiled]));
      renameSync(unfinished, this.#path);
    } catch {
      // No room, or not ours: the next process takes a little longer.
    }
  }

  #digestOf(compiled: Buffer): Buffer {
    return createHash('sha1').update(this.#source).update(compiled).digest();
  }
}
