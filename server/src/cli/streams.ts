/** What a command needs from its surroundings; a test passes its own. */
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import type { ArchiveDecoders } from '../workspace/archive/decoders.ts';
import type { FileContent, WritableFileSystem } from '../workspace/file-system.ts';

export interface CliContext {
  readonly files: WritableFileSystem;
  /** Reads archives, which few runs need. */
  readonly archives?: () => Promise<ArchiveDecoders>;
  /** Reads programs of other languages, which few users ask for. */
  readonly sources?: () => Promise<SourceReader>;
  /** The current folder, as an absolute path: relative paths start there. */
  readonly cwd: string;
  /** Text that is not UTF-8 is written byte by byte, as it was read. */
  readonly out: (text: string, encoding?: FileContent['encoding']) => void;
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly input: () => Promise<FileContent>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent for a stream that is not a terminal. */
  readonly terminals: Readonly<Partial<Record<'out' | 'err', Terminal>>>;
  /** Milliseconds that never decrease. */
  readonly now: () => number;
}

export interface Terminal {
  readonly columns: number;
}

/** The same in every format. */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
