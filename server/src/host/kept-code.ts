/**
 * Keeps what V8 has compiled of a bundle for the next process: for a run that is over in half a second it is a tenth of it. Node 22 has such a
 * cache, Node 20 only the means (https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptcreatecacheddata), and ours keeps what a run has
 * called, not what the first one has.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { version } from '../version.ts';

/**
 * What `require(path)` gives; `path` is absolute, and the file is CommonJS. A process that `keeps` writes down at its end what was compiled, and
 * is to be one that calls most of it. Where nothing can be kept, all is compiled as ever.
 */
export function requireKept(path: string, { keeps }: { readonly keeps: boolean }): unknown {
  const source = readFileSync(path, 'utf8');
  const kept = new KeptCode(`${basename(path)}-${version}-${process.version}-${process.arch}`, source);
  const script = new Script(wrap(source), { filename: path, cachedData: kept.read() });
  if (keeps && script.cachedDataRejected !== false) {
    process.once('exit', () => kept.write(script.createCachedData()));
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports;
}

const DIGEST_BYTES = 20;

/** A file with a digest of the source and of what was compiled of it, and the latter: V8 would run what is damaged. */
class KeptCode {
  readonly #name: string;
  readonly #source: string;

  constructor(name: string, source: string) {
    this.#name = name;
    this.#source = source;
  }

  read(): Buffer | undefined {
    try {
      const file = readFileSync(this.#path());
      const compiled = file.subarray(DIGEST_BYTES);
      return this.#digestOf(compiled).equals(file.subarray(0, DIGEST_BYTES)) ? compiled : undefined;
    } catch {
      return undefined;
    }
  }

  write(compiled: Buffer): void {
    try {
      const path = this.#path();
      const unfinished = `${path}.${process.pid}`;
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(unfinished, Buffer.concat([this.#digestOf(compiled), compiled]));
      renameSync(unfinished, path);
    } catch {
      // No home, or no room: the next run takes a little longer.
    }
  }

  /** It is run without being read: not in the folder for temporary files, where others may write. Throws where there is no home. */
  #path(): string {
    const caches = process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || join(homedir(), '.cache');
    return join(caches, 'mender-lint', 'compiled', this.#name);
  }

  #digestOf(compiled: Buffer): Buffer {
    return createHash('sha1').update(this.#source).update(compiled).digest();
  }
}
