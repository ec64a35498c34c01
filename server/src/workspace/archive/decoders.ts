/** What archives are read by: the host gives an implementation. Nothing is written anywhere, and nothing is held but what is asked for. */
import type { Compression } from '../archives.ts';
import type { FileContent, ReadOptions, Unread } from '../file-system.ts';

export type Bytes = AsyncIterable<Uint8Array>;

export interface TarEntry {
  /** As it is written: UTF-8 where the bytes allow it, else each byte is one character. */
  readonly name: string;
  /** `sparse`: a file of which the archive leaves out what is zero; `other`: of a type that has no meaning to us. */
  readonly kind: 'file' | 'folder' | 'link' | 'hard-link' | 'device' | 'sparse' | 'other';
  /** What a link leads to, as it is written. */
  readonly target: string;
  /** To be read before the next entry is asked for; what is not read of it is read over. */
  readonly body: Bytes;
}

export interface Digest {
  update(bytes: Uint8Array): void;
  /** In hexadecimal digits. */
  finish(): string;
}

/** Whatever is wrong with the bytes is thrown as an `ArchiveProblem`. */
export interface ArchiveDecoders {
  open(path: string): Bytes;
  unpack(bytes: Bytes, compression: Compression): Bytes;
  entries(bytes: Bytes): AsyncIterable<TarEntry>;
  /** All of the bytes as a text, or why not, as `read` of a file system has it. */
  read(bytes: Bytes, how: ReadOptions): Promise<FileContent | Unread>;
  sha256(): Digest;
}
