/** What differs by where the server runs, beside its files. */
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import type { KeyOf } from './workspace/checked-file-cache.ts';

export interface Runtime {
  /** For a report: the program and the machine. */
  readonly name: string;
  /** Short, so that a megabyte of text need not be kept where texts are compared. */
  readonly keyOf: KeyOf;
  /** What reads programs of other languages: loaded by those alone who ask for it. */
  readonly sources?: () => Promise<SourceReader>;
}

/** Anywhere: texts are kept as they are. */
export const anyRuntime: Runtime = { name: 'an unknown runtime', keyOf: text => text };
