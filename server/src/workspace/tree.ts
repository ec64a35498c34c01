/** The folders of a workspace as a scan walks them: their contents, what is skipped, and why. */
import { BASELINE_FILE } from '../options/baseline-file.ts';
import { PROJECT_FILE } from '../options/project-file.ts';
import { buildFolder, type LeavesOut } from './build-folders.ts';
import { below, type Entry, type FileSystem, joined } from './file-system.ts';
import { matching } from './globs.ts';
import { type IgnoreFile, ignoredBy, ignoreFilesAbove, ignoreFilesBelow, ignoreFilesIn } from './ignore-files.ts';
import { folderOf, nameOf } from './paths.ts';

export interface Selection {
  /** Globs, relative to the root. */
  readonly exclude: readonly string[];
  readonly useIgnoreFiles: boolean;
  readonly projects?: Projects;
}

/** The contents of the projects' options files. */
export interface Projects {
  /** For an absolute path. */
  isExcluded(path: string): boolean;
  /** Words that the custom rules of a folder look for; undefined when no options file applies to it. */
  wordsAt(folder: string): readonly string[] | undefined;
}

export interface Root {
  readonly path: string;
  /** Whether the user excludes a path below the root, relative to it. */
  readonly isExcluded: (relative: string) => boolean;
  readonly projects: Projects | undefined;
  readonly useIgnoreFiles: boolean;
  readonly ignoreFiles: readonly IgnoreFile[];
}

/** What is known about a folder once it has been listed. */
export interface FolderRules {
  readonly path: string;
  readonly root: Root;
  readonly ignoreFiles: readonly IgnoreFile[];
  /**
   * The nearest folder, at or above this one, with a file that decides about options; that of the root when there is
   * none.
   */
  readonly optionsFolder: string;
  /**
   * Words, in addition to the name of Mender, that make a file worth reading; undefined when no options file is in the
   * folder or above it.
   */
  readonly projectWords: readonly string[] | undefined;
  readonly leavesOut: LeavesOut | undefined;
}

export interface Folder extends FolderRules {
  readonly entries: readonly Entry[];
}

/** Folders without sources of the user. */
const otherFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  '.repo',
  'node_modules',
  '__pycache__',
  '.venv',
  '.cache',
  '.tox',
  'sstate-cache',
]);

export function openRoot(files: FileSystem, path: string, { exclude, useIgnoreFiles, projects }: Selection): Root {
  return {
    path,
    isExcluded: matching(exclude),
    projects,
    useIgnoreFiles,
    ignoreFiles: useIgnoreFiles ? ignoreFilesAbove(files, path) : [],
  };
}

/** A folder that may be opened. */
export interface Place {
  readonly path: string;
  readonly root: Root;
  /** Those of the folders above, like everything below. */
  readonly ignoreFiles: readonly IgnoreFile[];
  readonly optionsFolder: string;
  readonly projectWords: readonly string[] | undefined;
}

export function placeOfRoot(root: Root): Place {
  const { path, ignoreFiles, projects } = root;
  return { path, root, ignoreFiles, optionsFolder: path, projectWords: projects?.wordsAt(path) };
}

/** A folder inside another one. */
export function placeIn({ root, ignoreFiles, optionsFolder, projectWords }: FolderRules, path: string): Place {
  return { path, root, ignoreFiles: ignoreFilesBelow(ignoreFiles, path), optionsFolder, projectWords };
}

/** Undefined when it cannot be read. */
function openFolder(files: FileSystem, place: Place): Folder | undefined {
  const entries = files.list(place.path);
  return entries && openListed(files, place, entries);
}

/** A folder that has been listed. */
export function openListed(
  files: FileSystem,
  { path, root, ignoreFiles, optionsFolder, projectWords }: Place,
  entries: readonly Entry[],
): Folder {
  const hasOptions = entries.some(({ name }) => name === PROJECT_FILE || name === BASELINE_FILE);
  return {
    path,
    root,
    entries,
    ignoreFiles: root.useIgnoreFiles ? ignoreFilesIn(files, path, entries, ignoreFiles) : ignoreFiles,
    optionsFolder: hasOptions ? path : optionsFolder,
    projectWords: hasOptions ? root.projects?.wordsAt(path) : projectWords,
    leavesOut: buildFolder(files, path, entries, path === root.path),
  };
}

/**
 * Single folders of a root, as a scan would reach them. Each is opened once, so it must not be kept while files change.
 */
export class Folders {
  readonly #files: FileSystem;
  readonly #root: Root;
  readonly #opened = new Map<string, Folder | string>();
  /** A checkout of git asks about thousands of files in one folder. */
  readonly #kinds = new Map<Folder, ReadonlyMap<string, Entry['kind']>>();

  constructor(files: FileSystem, root: Root) {
    this.#files = files;
    this.#root = root;
  }

  /** Or the reason why a scan does not reach it, in words that follow "because it is". */
  open(path: string): Folder | string {
    let opened = this.#opened.get(path);
    if (opened === undefined) {
      const place = this.place(path);
      opened =
        typeof place === 'string' ? place : (openFolder(this.#files, place) ?? 'in a folder that cannot be read');
      this.#opened.set(path, opened);
    }
    return opened;
  }

  /** Undefined when the folder has no entry with that name. A link is a link, whatever its target. */
  kindIn(folder: Folder, name: string): Entry['kind'] | undefined {
    let kinds = this.#kinds.get(folder);
    if (!kinds) {
      kinds = new Map(folder.entries.map(entry => [entry.name, entry.kind]));
      this.#kinds.set(folder, kinds);
    }
    return kinds.get(name);
  }

  place(path: string): Place | string {
    if (path === this.#root.path) return placeOfRoot(this.#root);
    if (below(this.#root.path, path) === undefined) return 'not in the workspace';
    const parent = this.open(folderOf(path));
    if (typeof parent === 'string') return parent;
    const name = nameOf(path);
    const kind = this.kindIn(parent, name);
    if (kind !== 'folder') return kind === 'link' ? 'below a symlink to a folder' : 'not there';
    return whyFolderLeftOut(parent, name) ?? placeIn(parent, path);
  }
}

/** Why a folder in this one is not walked, in words that follow "because it is"; undefined when it is. */
export function whyFolderLeftOut(folder: FolderRules, name: string): string | undefined {
  if (otherFolders.has(name)) return `in a folder named ${name}`;
  return folder.leavesOut?.(name) ?? whyNamedByUser(folder, `${joined(folder.path, name)}/`);
}

/** The same for a file that would be checked by its name and content. */
export function whyFileLeftOut(folder: FolderRules, name: string): string | undefined {
  return folder.leavesOut?.(name) ?? whyNamedByUser(folder, joined(folder.path, name));
}

/**
 * The same for a root, which is walked even if an ignore file lists it: a user who opens a folder wants to see what is
 * in it.
 */
export function whyRootLeftOut({ path, projects }: Root): string | undefined {
  return projects?.isExcluded(`${path}/`) ? `excluded by ${PROJECT_FILE}` : undefined;
}

function whyNamedByUser({ root, ignoreFiles, projectWords }: FolderRules, path: string): string | undefined {
  const relative = below(root.path, path);
  if (relative !== undefined && root.isExcluded(relative)) return 'excluded by the option `exclude`';
  if (projectWords && root.projects?.isExcluded(path)) return `excluded by ${PROJECT_FILE}`;
  const ignoring = ignoredBy(ignoreFiles, path);
  return ignoring && `ignored by ${below(root.path, ignoring) ?? ignoring}`;
}
