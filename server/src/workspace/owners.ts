/**
 * Whose files may decide how others are checked: as in git, those of another user are not trusted (git-config(1),
 * `safe.directory`).
 */
import type { FileSystem } from './file-system.ts';
import { folderOf } from './paths.ts';

const ROOT = 0;

export class Owners {
  readonly #files: FileSystem;

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** Owners of the paths, except the user who runs the program and root, who can do anything anyway. */
  strangersAt(paths: readonly string[]): readonly number[] {
    const owners = new Set(paths.map(path => this.#files.ownerOf(path)));
    return [...owners].filter(owner => owner !== undefined && owner !== this.#files.user && owner !== ROOT) as number[];
  }

  /**
   * The first of them who does not own the path: the root user of a container works on files of another user, with that
   * user's options.
   */
  strangerTo(path: string, strangers: readonly number[]): number | undefined {
    if (strangers.length === 0) return undefined;
    const owner = this.#files.ownerOf(path) ?? this.#files.ownerOf(folderOf(path));
    return strangers.find(stranger => stranger !== owner);
  }
}
