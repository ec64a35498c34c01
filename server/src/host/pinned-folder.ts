/** A folder that stays the same while files in it are replaced, even if a symlink takes its place. */
import { closeSync, constants, openSync, readlinkSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

const { O_RDONLY, O_DIRECTORY = 0, O_NOFOLLOW = 0 } = constants;

/**
 * Node has no openat(2); on Linux the paths below `/proc/self/fd` (proc(5)) replace it. Elsewhere, the folder is looked
 * up by its path each time, and must have existed at the beginning.
 */
export class PinnedFolder {
  readonly #path: string;
  readonly #file: number | undefined;

  private constructor(path: string, file?: number) {
    this.#path = path;
    this.#file = file;
  }

  /** `path` is a real one; undefined when it contains a link by now, or nothing is there. */
  static open(path: string): PinnedFolder | undefined {
    if (realPathOf(path) !== path) return undefined;
    if (process.platform !== 'linux') return new PinnedFolder(path);
    const file = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    const pinned = `/proc/self/fd/${file}`;
    const found = targetOf(pinned);
    if (found === path) return new PinnedFolder(pinned, file);
    closeSync(file);
    return found === undefined ? new PinnedFolder(path) : undefined;
  }

  pathOf(name: string): string {
    return join(this.#path, name);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path).replaceAll(sep, '/');
  } catch {
    return undefined;
  }
}

/** Undefined without `/proc`. */
function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
