/** What depends on where the server runs, besides its files. */
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import type { KeyOf } from './workspace/checked-file-cache.ts';

export interface Runtime {
  /** For a report: the program and the machine. */
  readonly name: string;
  /** Short, so that a megabyte of text need not be kept for comparisons. */
  readonly keyOf: KeyOf;
  /** Reads programs of other languages: loaded only if the user asks for it. */
  readonly sources?: () => Promise<SourceReader>;
}

/** Anywhere: texts are kept as they are. */
export const anyRuntime: Runtime = { name: 'an unknown runtime', keyOf: text => text };
