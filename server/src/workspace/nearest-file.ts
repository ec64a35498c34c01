/** Finds the nearest file above another one that decides about all files below its folder. */
import { INSIDE } from './archive/members.ts';
import { below, type FileSystem, joined } from './file-system.ts';
import { folderOf } from './paths.ts';

/** Where a search upwards ends. */
export class Roots {
  readonly #files: FileSystem;
  /** By root: whether the search ends there. */
  readonly #roots = new Map<string, boolean>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The contents of a root belong together, whatever repositories are in it. `isLast`: the search ends there. */
  add(path: string, { isLast }: { isLast: boolean }): void {
    this.#roots.set(path, isLast);
  }

  remove(path: string): void {
    this.#roots.delete(path);
  }

  /** The innermost root around a path. */
  around(path: string): string | undefined {
    const around = [...this.#roots.keys()].filter(root => below(root, path) !== undefined);
    return around.toSorted((a, b) => b.length - a.length)[0];
  }

  /**
   * Outside of all roots, the root of a repository is the last; outside of repositories, no folder above belongs to a
   * user who works in the folder.
   */
  isLast(folder: string): boolean {
    if (this.#roots.get(folder)) return true;
    return this.around(folder) === undefined && (this.#holdsRepository(folder) || !this.#isInRepository(folder));
  }

  /** For the contents of an archive, the folder of the archive. */
  outOfArchive(folder: string): string {
    const end = `${folder}/`.indexOf(`${INSIDE}/`);
    const archive = folder.slice(0, Math.max(0, end));
    return archive !== '' && this.#files.kindOf(archive) !== undefined ? folderOf(archive) : folder;
  }

  /** Results from a time in which it grew may be incomplete. */
  get missed(): number {
    return this.#files.away?.missed ?? 0;
  }

  #holdsRepository(folder: string): boolean {
    return this.#files.kindOf(joined(folder, '.git')) !== undefined;
  }

  #isInRepository(folder: string): boolean {
    for (let parent = folderOf(folder); parent !== folder; folder = parent, parent = folderOf(folder))
      if (this.#holdsRepository(parent)) return true;
    return false;
  }
}

/** Undefined text: the file cannot be read. */
type Open<Value> = (path: string, folder: string, text: string | undefined) => Value;

const LARGEST = 10_000_000;

/** The content of a folder's file with that name, if any. */
export function inFile<Value>(
  files: FileSystem,
  name: string,
  open: Open<Value>,
): (folder: string) => Value | undefined {
  return folder => {
    const path = joined(folder, name);
    if (files.kindOf(path) !== 'file') return undefined;
    const content = files.read(path, { limit: LARGEST });
    return open(path, folder, typeof content === 'string' ? undefined : content.text);
  };
}

/** Each folder is looked up once, until it is forgotten. */
export class Nearest<Value> {
  readonly #roots: Roots;
  readonly #find: (folder: string) => Value | undefined;
  readonly #byFolder = new Map<string, Value | undefined>();

  constructor(roots: Roots, find: (folder: string) => Value | undefined) {
    this.#roots = roots;
    this.#find = find;
  }

  forget(): void {
    this.#byFolder.clear();
  }

  /** Those that were read since then. */
  read(): readonly Value[] {
    return [...new Set(this.#byFolder.values())].filter(value => value !== undefined);
  }

  above(folder: string): Value | undefined {
    return this.#kept(folder, () => this.#above(this.#roots.outOfArchive(folder)));
  }

  #above(folder: string): Value | undefined {
    return this.#kept(folder, () => this.#find(folder) ?? this.#inParent(folder));
  }

  #kept(folder: string, find: () => Value | undefined): Value | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const { missed } = this.#roots;
    const value = find();
    if (this.#roots.missed === missed) this.#byFolder.set(folder, value);
    return value;
  }

  #inParent(folder: string): Value | undefined {
    const parent = folderOf(folder);
    return parent === folder || this.#roots.isLast(folder) ? undefined : this.#above(parent);
  }
}
