import type { Archive } from './archives.ts';

/**
 * The files of a workspace as the rooms below see them; the host gives an implementation. Paths are absolute and use
 * forward slashes. What reads is synchronous: on local disks a call takes microseconds, less than handing it to another
 * thread; who must not block works in slices.
 */
export interface FileSystem {
  /** Entries of a folder in any order; undefined when it cannot be read. */
  list(folder: string): readonly Entry[] | undefined;
  /** Undefined when there is nothing at the path, or nothing that is a file or a folder. A link is followed. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** The path with all links resolved; undefined when there is nothing at it. */
  realPath(path: string): string | undefined;
  /** What a symbolic link holds, as it is written; undefined when there is none at the path. */
  linkTarget(path: string): string | undefined;
  read(path: string, how: ReadOptions): FileContent | Unread;
  /** Another thread that lists folders and opens files meanwhile; undefined where there is none to be had. */
  startWorker?(): FileWorker | undefined;
  /**
   * The number of the user whom the file or folder belongs to, or what a link leads to; undefined where there is none,
   * or nothing at the path.
   */
  ownerOf(path: string): number | undefined;
  /** Who runs the program; undefined where users have no numbers. */
  readonly user: number | undefined;
  /** Where files have to be fetched before they can be read; undefined where all of them are at hand. */
  readonly away?: FilesAway;
}

/**
 * Files that are somewhere else: what is not at hand is missing for whoever looks, and fetched afterwards. The folders of
 * the workspace are all there is.
 */
export interface FilesAway {
  addRoot(path: string): void;
  removeRoot(path: string): void;
  /** Looks until nothing that was looked for is missing. `signal` ends it with what there is. */
  settled<Seen>(look: () => Seen | Promise<Seen>, signal?: AbortSignal): Promise<Seen>;
  /** How often something was looked for in vain: what has been seen meanwhile must not be kept. */
  readonly missed: number;
  /** After a change of files or folders. */
  forget(paths: readonly string[]): void;
}

/** The files of a machine, which can be replaced, too. */
export interface WritableFileSystem extends FileSystem {
  /**
   * Whole or not at all, with the owner and the permissions that it had. `path` is a real one: what has become a link
   * is left alone. `before`: what the file held when it was read; undefined when there was none. Rejects when the
   * system says that it cannot be written.
   */
  write(path: string, before: FileContent | undefined, after: FileContent): Promise<Written>;
  /** The bytes of a path that is there and is no UTF-8: what names it elsewhere. */
  bytesOfPath?(path: string): Uint8Array | undefined;
  /** Removes what a run has left in a folder that was killed while it wrote there. */
  removeStrays(folder: string): void;
}

/** The file is as it was unless it is `written`. */
export type Written = 'written' | Refusal;

/** What cannot be kept is not replaced; `changed`: it is not what was read any more; `name`: it cannot be named. */
export type Refusal = 'changed' | 'name' | 'hard-links' | 'read-only' | 'owner' | 'group-permissions';

export interface Entry {
  readonly name: string;
  /** `other`: sockets, FIFOs, devices. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ReadOptions {
  /** Bytes; a larger file is not read. */
  readonly limit: number;
  /** When given, a file that has none of them is not decoded. */
  readonly words?: readonly string[];
  /**
   * The user named this file explicitly: an archive is reported, the file is searched to its end, and read though it is
   * binary.
   */
  readonly isNamed?: boolean;
}

/** `too-large` is said of files only that have one of the words, and of those that are read without. */
export type Unread = 'unreadable' | 'too-large' | 'binary' | 'without-words' | Archive;

/**
 * Files of one folder that are to be looked into: their names, with slashes between them, which cross to another thread
 * fastest.
 */
export interface PackedFiles {
  readonly folder: string;
  readonly names: string;
  /** What rules of the project look for, beside the words that matter to all. */
  readonly projectWords: readonly string[] | undefined;
  /** They are looked at for their words alone: nobody has asked for files of their kind. */
  readonly isOptional: boolean;
}

/** What became of the files of some folders. */
export interface Opened {
  /**
   * Number of files that are without the words that matter. What else is not read of optional ones is nothing to
   * anybody.
   */
  readonly silent: { readonly optional: number; readonly others: number };
  /** Files that have one of them, by the index of their folder. */
  readonly worthReading: readonly (readonly [index: number, names: readonly string[]])[];
  /** All others. */
  readonly unread: readonly (readonly [path: string, why: Unread])[];
}

/** Does what takes longest elsewhere. Its promises reject when it cannot help any more. */
export interface FileWorker {
  /** Whoever asked before would wait for it to start. */
  readonly ready: Promise<void>;
  /** What is in each of the folders, as `list` of a file system gives it. */
  list(folders: readonly string[]): Promise<readonly (readonly Entry[] | undefined)[]>;
  /**
   * Separates the files that must be decoded from those, nearly all, whose bytes do not mention Mender. `limit` in
   * bytes, as for reading.
   */
  open(files: readonly PackedFiles[], limit: number): Promise<Opened>;
  close(): void;
}

export interface FileContent {
  /** A byte order mark stays its first character. */
  readonly text: string;
  /** UTF-8 where the bytes allow it; else each byte is one character, so that writing gives the same bytes. */
  readonly encoding: 'utf-8' | 'latin1';
}

export function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** The path as seen from the folder; undefined when it is not below it. */
export function below(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
