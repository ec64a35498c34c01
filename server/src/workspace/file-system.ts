/** The files of a workspace as the rooms below see them; the host gives an implementation. Paths use forward slashes. */
export interface FileSystem {
  /** Entries of a folder in any order; empty when it cannot be read. */
  list(folder: string): Promise<readonly Entry[]>;
  /** Undefined when there is nothing at the path. A link is followed. */
  kindOf(path: string): Promise<'file' | 'folder' | undefined>;
  read(path: string): Promise<FileContent | undefined>;
  /** Whole or not at all; keeps mode and, where possible, owner. A link stays a link to the file that is written. */
  write(path: string, content: FileContent): Promise<void>;
}

export interface Entry {
  readonly name: string;
  /** A link to a folder is `link`, so that no tree is walked twice. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FileContent {
  /** A byte order mark stays its first character. */
  readonly text: string;
  /** UTF-8 where the bytes allow it; else each byte is one character, so that writing gives the same bytes. */
  readonly encoding: 'utf-8' | 'latin1';
}
