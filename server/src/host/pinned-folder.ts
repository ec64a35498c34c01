/** A folder that stays the same while files in it are replaced, even if a symlink takes its place. */
import { closeSync, constants, openSync, readlinkSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

const { O_RDONLY, O_DIRECTORY = 0, O_NOFOLLOW = 0 } = constants;

/**
 * Node has no openat(2); what Linux has in its place are the paths below `/proc/self/fd` (proc(5)). Where there are
 * none, the folder is the one that is found by its path each time, and was there at the beginning.
 */
export class PinnedFolder {
  readonly #path: string;
  readonly #file: number | undefined;

  private constructor(path: string, file?: number) {
    this.#path = path;
    this.#file = file;
  }

  /** `path` is a real one; undefined when there is a link in it by now, or nothing at it. */
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

/** Undefined where `/proc` is not there. */
function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
