/**
 * What reading archives needs: the host gives an implementation. Nothing is written anywhere, and only requested
 * contents are held.
 */
import type { Compression } from '../archives.ts';
import type { FileContent, ReadOptions, Unread } from '../file-system.ts';

export type Bytes = AsyncIterable<Uint8Array>;

export interface TarEntry {
  /** As it is written: UTF-8 where the bytes allow it, else each byte is one character. */
  readonly name: string;
  /** `sparse`: a file whose zeros the archive leaves out; `other`: of a type that means nothing to us. */
  readonly kind: 'file' | 'folder' | 'link' | 'hard-link' | 'device' | 'sparse' | 'other';
  /** The target of a link, as it is written. */
  readonly target: string;
  /** Must be read before the next entry is requested; the rest of it is skipped. */
  readonly body: Bytes;
}

export interface Digest {
  update(bytes: Uint8Array): void;
  /** In hexadecimal digits. */
  finish(): string;
}

/** Any error in the bytes is thrown as an `ArchiveProblem`. */
export interface ArchiveDecoders {
  open(path: string): Bytes;
  unpack(bytes: Bytes, compression: Compression): Bytes;
  entries(bytes: Bytes): AsyncIterable<TarEntry>;
  /** All bytes as a text, or why not, like `read` of a file system. */
  read(bytes: Bytes, how: ReadOptions): Promise<FileContent | Unread>;
  sha256(): Digest;
}
