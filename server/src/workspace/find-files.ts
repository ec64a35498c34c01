/** Finds the files below a root that may need a check, by their names. Their contents are read later. */
import { type OptIn, optIns } from '../languages/opt-ins.ts';
import { selectByName } from '../languages/select-by-name.ts';
import type { Limits } from '../options/limits.ts';
import { isReadArchive } from './archives.ts';
import { type FileSystem, joined } from './file-system.ts';
import type { FolderQueue } from './folder-queue.ts';
import type { SkippedFiles } from './skipped-files.ts';
import { type Folder, type FolderRules, openListed, placeIn, whyFileLeftOut, whyFolderLeftOut } from './tree.ts';

export interface Candidates {
  readonly folder: FolderRules;
  readonly names: readonly string[];
  /** Files of kinds that are not included: if they are about Mender, that is reported. */
  readonly optional: readonly string[];
  /** To files or folders; their targets are not known yet. */
  readonly links: readonly string[];
  /** Number of files that their names rule out. */
  readonly others: number;
}

export interface FindOptions {
  readonly limits: Limits;
  readonly include?: readonly OptIn[] | undefined;
  /** Other roots, which are not walked as part of this one. */
  readonly roots: ReadonlySet<string>;
  /** Folders that are walked before others, as soon as they are found. */
  readonly first?: ReadonlySet<string>;
  /** Receives archives that can be looked into; without it they are ordinary files. */
  readonly onArchive?: (path: string) => void;
}

/**
 * Walks through the folders at and below a place, one by one. Excluded folders are skipped before they are listed;
 * links to folders are not followed.
 */
export class FileFinder {
  readonly #files: FileSystem;
  readonly #folders: FolderQueue;
  readonly #options: FindOptions;
  readonly #leftOut: SkippedFiles;
  #listed = 0;
  #found = 0;
  #isOver = false;

  constructor(files: FileSystem, folders: FolderQueue, options: FindOptions, leftOut: SkippedFiles) {
    this.#files = files;
    this.#folders = folders;
    this.#options = options;
    this.#leftOut = leftOut;
  }

  /** The files of one more folder; undefined when there is none, or a limit has been reached. */
  next(): Candidates | undefined {
    const { limits } = this.#options;
    for (;;) {
      const listed = this.#isOver ? undefined : this.#folders.next();
      if (!listed) return undefined;
      if (this.#listed++ >= limits.folders) return this.#end('folders');
      if (!listed.entries) {
        this.#leftOut.note(listed.place.path, 'unreadable');
        continue;
      }
      const candidates = this.#candidatesIn(openListed(this.#files, listed.place, listed.entries));
      const { names, links } = candidates;
      const room = limits.files - this.#found;
      this.#found += names.length + links.length;
      if (this.#found <= limits.files) return candidates;
      this.#end('files');
      return {
        ...candidates,
        optional: [],
        names: names.slice(0, room),
        links: links.slice(0, Math.max(0, room - names.length)),
      };
    }
  }

  #end(limit: 'folders' | 'files'): undefined {
    this.#isOver = true;
    this.#leftOut.add(limit);
  }

  #candidatesIn(folder: Folder): Candidates {
    const { include, roots, first, onArchive } = this.#options;
    const names: string[] = [];
    const optional: string[] = [];
    const links: string[] = [];
    let others = 0;
    for (const { name, kind } of folder.entries) {
      if (kind === 'folder') {
        const path = joined(folder.path, name);
        if (!roots.has(path) && whyFolderLeftOut(folder, name) === undefined)
          this.#folders.add(placeIn(folder, path), first?.has(path) ?? false);
      } else if (onArchive && kind === 'file' && isReadArchive(name)) {
        if (whyFileLeftOut(folder, name) === undefined) onArchive(joined(folder.path, name));
      } else if (kind === 'other' || selectByName(name, include) === 'skip') {
        // Fetched for their words alone, they would cost more than they are worth.
        if (kind === 'file' && !this.#files.away && selectByName(name, optIns) !== 'skip') optional.push(name);
        else others++;
      } else {
        (kind === 'link' ? links : names).push(name);
      }
    }
    // Without the entries: a tree of half a million files would be kept in memory.
    const { path, root, ignoreFiles, optionsFolder, projectWords, leavesOut } = folder;
    const rules = { path, root, ignoreFiles, optionsFolder, projectWords, leavesOut };
    return { folder: rules, names, optional, links, others };
  }
}
