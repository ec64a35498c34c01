/** Cache of listed folders for the length of one piece of work. */
import type { FileSystem } from '../../workspace/file-system.ts';
import { Folders, type Root } from '../../workspace/tree.ts';

export class SharedFolders {
  readonly #files: FileSystem;
  readonly #byRoot = new Map<Root, Folders>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** Those of a root as it is by now: one that is opened anew has others. */
  of(root: Root): Folders {
    const folders = this.#byRoot.get(root) ?? new Folders(this.#files, root);
    this.#byRoot.set(root, folders);
    return folders;
  }
}
