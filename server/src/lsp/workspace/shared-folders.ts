/** Cache of listed folders for the length of one piece of work. */
import type { FileSystem } from '../../workspace/file-system.ts';
import { Folders, type Root } from '../../workspace/tree.ts';

export class SharedFolders {
  readonly #files: FileSystem;
  readonly #byRoot = new Map<Root, Folders>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The folders of a root as it is now: a reopened root has new ones. */
  of(root: Root): Folders {
    const folders = this.#byRoot.get(root) ?? new Folders(this.#files, root);
    this.#byRoot.set(root, folders);
    return folders;
  }
}
