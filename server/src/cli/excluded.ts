/** `--force-exclude`: named files are excluded for the same reasons as found ones. */
import { below, type FileSystem } from '../workspace/file-system.ts';
import { folderOf, nameOf } from '../workspace/paths.ts';
import {
  Folders,
  openRoot,
  type Selection,
  whyFileLeftOut,
  whyFolderLeftOut,
  whyRootLeftOut,
} from '../workspace/tree.ts';

export class Excluded {
  readonly #files: FileSystem;
  readonly #selection: Selection;
  readonly #here: string;
  readonly #folders: Folders;

  /** `here`: where a scan of everything would start. */
  constructor(files: FileSystem, here: string, selection: Selection) {
    this.#files = files;
    this.#selection = selection;
    this.#here = files.realPath(here) ?? here;
    this.#folders = new Folders(files, openRoot(files, this.#here, selection));
  }

  /** In words that follow "because it is"; undefined when it is not excluded, or does not exist. */
  why(path: string): string | undefined {
    const real = this.#files.realPath(path) ?? path;
    const isFolder = this.#files.kindOf(real) === 'folder';
    if (below(this.#here, real) === undefined) return this.#whyOutside(real, isFolder);
    const folder = this.#folders.open(folderOf(real));
    if (typeof folder === 'string') return folder;
    return isFolder ? whyFolderLeftOut(folder, nameOf(real)) : whyFileLeftOut(folder, nameOf(real));
  }

  /** Outside of the current folder the only possible start is the named path. */
  #whyOutside(path: string, isFolder: boolean): string | undefined {
    if (isFolder) return whyRootLeftOut(openRoot(this.#files, path, this.#selection));
    const folder = new Folders(this.#files, openRoot(this.#files, folderOf(path), this.#selection)).open(
      folderOf(path),
    );
    return typeof folder === 'string' ? folder : whyFileLeftOut(folder, nameOf(path));
  }
}
