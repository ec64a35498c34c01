/**
 * A mirror of files that are elsewhere, so that they can be read as if they were local. A file that is not mirrored yet
 * looks missing at first; it is fetched before the next look (`settled`).
 */
import { BASELINE_FILE } from '../options/baseline-file.ts';
import { PROJECT_FILE } from '../options/project-file.ts';
import { contentOf } from './bytes-away.ts';
import {
  below,
  type Entry,
  type FileContent,
  type FileSystem,
  type FilesAway,
  joined,
  type ReadOptions,
  type Unread,
} from './file-system.ts';
import { folderOf, isAtOrBelow, nameOf } from './paths.ts';

/** An entry of a folder that is elsewhere. */
export interface EntryAway {
  readonly name: string;
  /** For a link, the kind of its target, if known; it counts as a link all the same. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly isLink: boolean;
}

/** Where the files come from. Its promises may reject: nothing can be read then. */
export interface FileSource {
  /** Undefined for a folder that cannot be listed. */
  list(folders: readonly string[]): Promise<readonly (readonly EntryAway[] | undefined)[]>;
  /** `too-large` files are never fetched; undefined for those that cannot be read. */
  read(paths: readonly string[]): Promise<readonly (Uint8Array | 'too-large' | undefined)[]>;
}

type Listing = ReadonlyMap<string, EntryAway>;

/** What is known about a file: its bytes, which words it does not contain, or why it cannot be read. */
type Known = Uint8Array | { readonly without: ReadonlySet<string> } | 'too-large' | 'unreadable';

/** Fetched together with their folder, since they decide about everything in it. */
const decidingNames = new Set([PROJECT_FILE, BASELINE_FILE, '.gitignore', '.ignore', 'layer.conf']);

/** Folders or files per request. */
const BATCH = 128;

/** Paths that a look has not found. */
interface Missing {
  readonly folders: Set<string>;
  readonly files: Map<string, ReadOptions>;
}

export class MirroredFiles implements FileSystem, FilesAway {
  readonly user = undefined;
  readonly away: FilesAway = this;
  readonly #source: FileSource;
  readonly #roots = new Set<string>();
  readonly #listings = new Map<string, Listing | undefined>();
  readonly #known = new Map<string, Known>();
  /** Requests in progress, by path. */
  readonly #pending = new Map<string, Promise<void>>();
  /** The looks in progress. */
  readonly #looks = new Set<Missing>();
  #missed = 0;

  constructor(source: FileSource) {
    this.#source = source;
  }

  get missed(): number {
    return this.#missed;
  }

  addRoot(path: string): void {
    this.#roots.add(path);
  }

  removeRoot(path: string): void {
    this.#roots.delete(path);
    this.forget([path]);
  }

  list(folder: string): readonly Entry[] | undefined {
    const listing = this.#listing(folder);
    return listing && [...listing.values()].map(({ name, kind, isLink }) => ({ name, kind: isLink ? 'link' : kind }));
  }

  kindOf(path: string): 'file' | 'folder' | undefined {
    if (this.#roots.has(path)) return 'folder';
    const kind = this.#listing(folderOf(path))?.get(nameOf(path))?.kind;
    return kind === 'other' ? undefined : kind;
  }

  /** Targets of links are unknown. */
  realPath(path: string): string | undefined {
    return this.kindOf(path) === undefined ? undefined : path;
  }

  linkTarget(): undefined {
    return undefined;
  }

  ownerOf(): undefined {
    return undefined;
  }

  read(path: string, how: ReadOptions): FileContent | Unread {
    if (this.kindOf(path) !== 'file') return 'unreadable';
    const known = this.#known.get(path);
    if (typeof known === 'string') return known;
    if (known instanceof Uint8Array) return contentOf(path, known, how);
    if (known && how.words && !how.isNamed && how.words.every(word => known.without.has(word))) return 'without-words';
    this.#missed++;
    for (const { files } of this.#looks) files.set(path, how);
    return 'unreadable';
  }

  async settled<Seen>(look: () => Seen | Promise<Seen>, signal?: AbortSignal): Promise<Seen> {
    for (;;) {
      const missing: Missing = { folders: new Set(), files: new Map() };
      this.#looks.add(missing);
      let seen: Seen;
      try {
        seen = await look();
      } finally {
        this.#looks.delete(missing);
      }
      if ((missing.folders.size === 0 && missing.files.size === 0) || signal?.aborted) return seen;
      await this.#fetch(missing);
    }
  }

  forget(paths: readonly string[]): void {
    const changed = new Set(paths);
    for (const map of [this.#known, this.#listings, this.#pending])
      for (const path of map.keys()) if (isAtOrBelow(path, changed)) map.delete(path);
    for (const folder of new Set(paths.map(folderOf))) this.#forgetListing(folder);
  }

  /** An entry may have been created or removed; perhaps the folder, too, which no event reports. */
  #forgetListing(folder: string): void {
    this.#listings.delete(folder);
    this.#pending.delete(folder);
    const parent = folderOf(folder);
    const isKnown = this.#listings.get(parent)?.get(nameOf(folder))?.kind === 'folder';
    if (!isKnown && !this.#roots.has(folder) && this.#isInRoot(parent)) this.#forgetListing(parent);
  }

  /** The entries of an existing folder; noted as missing when unknown. */
  #listing(folder: string): Listing | undefined {
    if (this.#listings.has(folder)) return this.#listings.get(folder);
    if (!this.#isInRoot(folder) || this.kindOf(folder) !== 'folder') return undefined;
    this.#missed++;
    for (const { folders } of this.#looks) folders.add(folder);
    return undefined;
  }

  #isInRoot(path: string): boolean {
    return this.#roots.has(path) || [...this.#roots].some(root => below(root, path) !== undefined);
  }

  /** Waits for requests of others instead of repeating them. */
  async #fetch({ folders, files }: Missing): Promise<void> {
    const isNew = (path: string) => !this.#pending.has(path);
    for (const batch of batches([...folders].filter(isNew)))
      this.#start(batch, isCurrent => this.#fetchFolders(batch, isCurrent));
    for (const batch of batches([...files.keys()].filter(isNew)))
      this.#start(batch, isCurrent =>
        this.#fetchFiles(new Map(batch.map(path => [path, files.get(path)!])), isCurrent),
      );
    await Promise.all([...folders, ...files.keys()].map(path => this.#pending.get(path)));
  }

  /** A change meanwhile removes a path from the pending ones: the response is older than the change. */
  #start(paths: readonly string[], fetch: (isCurrent: (path: string) => boolean) => Promise<void>): void {
    const isCurrent = (path: string) => this.#pending.get(path) === task;
    const run = async () => {
      // They must be pending before anything is requested.
      await undefined;
      await fetch(isCurrent);
      for (const path of paths) if (isCurrent(path)) this.#pending.delete(path);
    };
    const task = run();
    for (const path of paths) this.#pending.set(path, task);
  }

  async #fetchFolders(folders: readonly string[], isCurrent: (path: string) => boolean): Promise<void> {
    const listings = await this.#source.list(folders).catch(() => []);
    const deciding = folders.flatMap((folder, index) =>
      (listings[index] ?? []).flatMap(({ name, kind }) =>
        kind === 'file' && decidingNames.has(name) ? [joined(folder, name)] : [],
      ),
    );
    const how: ReadOptions = { limit: Number.POSITIVE_INFINITY };
    for (const batch of batches(deciding))
      await this.#fetchFiles(new Map(batch.map(path => [path, how])), path => isCurrent(folderOf(path)));
    // At the end: while a folder is unknown, nothing in it is known.
    for (const [index, folder] of folders.entries()) {
      const listing = listings[index];
      if (isCurrent(folder)) this.#listings.set(folder, listing && new Map(listing.map(entry => [entry.name, entry])));
    }
  }

  async #fetchFiles(files: ReadonlyMap<string, ReadOptions>, isCurrent: (path: string) => boolean): Promise<void> {
    const all = await this.#source.read([...files.keys()]).catch(() => []);
    for (const [index, [path, how]] of [...files].entries()) {
      if (isCurrent(path)) this.#known.set(path, known(path, all[index], how, this.#known.get(path)));
    }
  }
}

/** For a file without any of the words nothing else is kept. */
function known(
  path: string,
  bytes: Uint8Array | 'too-large' | undefined,
  how: ReadOptions,
  before: Known | undefined,
): Known {
  if (bytes === undefined) return 'unreadable';
  if (bytes === 'too-large' || how.isNamed || !how.words) return bytes;
  if (contentOf(path, bytes, how) !== 'without-words') return bytes;
  const others = typeof before === 'object' && 'without' in before ? before.without : [];
  return { without: new Set([...others, ...how.words]) };
}

function batches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}
