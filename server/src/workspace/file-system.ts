import type { Archive } from './archives.ts';

/**
 * The files of a workspace as the rooms below see them; the host gives an implementation. Paths are absolute and use
 * forward slashes. Reading is synchronous: on local disks a call takes microseconds, less than a message to another
 * thread; callers that must not block work in slices.
 */
export interface FileSystem {
  /** Entries of a folder in any order; undefined when it cannot be read. */
  list(folder: string): readonly Entry[] | undefined;
  /** Undefined when nothing is at the path, or neither a file nor a folder. A link is followed. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** The path with all links resolved; undefined when there is nothing at it. */
  realPath(path: string): string | undefined;
  /** The target of a symlink, as it is written; undefined when there is none at the path. */
  linkTarget(path: string): string | undefined;
  read(path: string, how: ReadOptions): FileContent | Unread;
  /** Another thread that lists folders and opens files meanwhile; undefined where that is impossible. */
  startWorker?(): FileWorker | undefined;
  /**
   * The number of the user who owns the file or folder, or the target of a link; undefined where there is none, or
   * nothing at the path.
   */
  ownerOf(path: string): number | undefined;
  /** The user who runs the program; undefined where users have no numbers. */
  readonly user: number | undefined;
  /** Set where files must be fetched before they can be read; undefined where all of them are local. */
  readonly away?: FilesAway;
}

/**
 * Files that are elsewhere: a file that was not fetched yet looks missing, and is fetched afterwards. There is nothing
 * outside of the workspace's folders.
 */
export interface FilesAway {
  addRoot(path: string): void;
  removeRoot(path: string): void;
  /** Calls `look` again until nothing that it looked for is missing. `signal` ends it with the result so far. */
  settled<Seen>(look: () => Seen | Promise<Seen>, signal?: AbortSignal): Promise<Seen>;
  /** Number of lookups that failed so far: results from a time in which it changed must not be kept. */
  readonly missed: number;
  /** After a change of files or folders. */
  forget(paths: readonly string[]): void;
}

/** The files of a machine, which can also be replaced. */
export interface WritableFileSystem extends FileSystem {
  /**
   * Writes a file completely or not at all, with its former owner and permissions. `path` is a real one: if it has
   * become a link, it is left alone. `before`: the content when it was read; undefined when there was none. Rejects
   * when the system says that it cannot be written.
   */
  write(path: string, before: FileContent | undefined, after: FileContent): Promise<Written>;
  /** The bytes of an existing path that is not UTF-8, for other programs. */
  bytesOfPath?(path: string): Uint8Array | undefined;
  /** Removes temporary files in a folder that a killed run has left. */
  removeStrays(folder: string): void;
}

/** The file is as it was unless it is `written`. */
export type Written = 'written' | Refusal;

/**
 * A file whose properties cannot be kept is not replaced; `changed`: it has changed since it was read; `name`: its path
 * cannot be expressed.
 */
export type Refusal = 'changed' | 'name' | 'hard-links' | 'read-only' | 'owner' | 'group-permissions';

export interface Entry {
  readonly name: string;
  /** `other`: sockets, FIFOs, devices. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ReadOptions {
  /** Bytes; a larger file is not read. */
  readonly limit: number;
  /** If given, a file without any of them is not decoded. */
  readonly words?: readonly string[];
  /**
   * The user named this file explicitly: an archive is reported, the file is searched to its end, and it is read
   * although it is binary.
   */
  readonly isNamed?: boolean;
}

/** `too-large` is reported only for files with one of the words, and for those that are read without words. */
export type Unread = 'unreadable' | 'too-large' | 'binary' | 'without-words' | Archive;

/**
 * Files of one folder that are to be opened: their names, with slashes between them, which is the fastest form for
 * messages between threads.
 */
export interface PackedFiles {
  readonly folder: string;
  readonly names: string;
  /** Words of custom rules, in addition to the general ones. */
  readonly projectWords: readonly string[] | undefined;
  /** They are searched only for the words: their kind is not included. */
  readonly isOptional: boolean;
}

/** The results for the files of some folders. */
export interface Opened {
  /** Number of files without the words. Other optional files that are not read do not matter to anybody. */
  readonly silent: { readonly optional: number; readonly others: number };
  /** Files with one of the words, by the index of their folder. */
  readonly worthReading: readonly (readonly [index: number, names: readonly string[]])[];
  /** All others. */
  readonly unread: readonly (readonly [path: string, why: Unread])[];
}

/** Does the longest work elsewhere. Its promises reject when it cannot help any more. */
export interface FileWorker {
  /** Requests before that would wait for it to start. */
  readonly ready: Promise<void>;
  /** The entries of each of the folders, like `list` of a file system. */
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
  /** UTF-8 where the bytes allow it; else each byte is one character, so that writing restores the same bytes. */
  readonly encoding: 'utf-8' | 'latin1';
}

export function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** The path relative to the folder; undefined when it is not below it. */
export function below(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
