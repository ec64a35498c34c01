/** The immutable text that every other room works on. Never changes, never reads a file. */

import { type Lines, linesOf } from '../text/lines.ts';
import { type Classification, classify } from './classify.ts';

export interface Document {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** What the text is and why we think so; undefined when Mender Lint does not check it. */
  readonly kind: Classification | undefined;
  /** Path with forward slashes, as far as it is known; needed for names such as `ArtifactInstall_Enter_00`. */
  readonly path: string;
  /** Language id that the editor gave, if any. */
  readonly languageId: string | undefined;
  /** Where the last edit was made: lets a parser put an error on the line that is being typed. UTF-16 offset. */
  readonly editedAt: number | undefined;
  /** What parsers keep from one version of an open document for the next; absent where there is only one version. */
  readonly memory: Map<string, unknown> | undefined;
  readonly lines: Lines;
}

export interface DocumentInput {
  readonly uri: string;
  readonly path?: string;
  readonly version?: number;
  readonly text: string;
  readonly languageId?: string | undefined;
  readonly editedAt?: number | undefined;
  readonly memory?: Map<string, unknown> | undefined;
}

/** Makes a document; `path` defaults to the path of the uri. */
export function createDocument(input: DocumentInput): Document {
  const path = input.path ?? pathOf(input.uri);
  let lines: Lines | undefined;
  return {
    uri: input.uri,
    version: input.version ?? 0,
    text: input.text,
    path,
    languageId: input.languageId,
    editedAt: input.editedAt,
    memory: input.memory,
    kind: classify({ path, languageId: input.languageId, text: input.text }),
    get lines() {
      lines ??= linesOf(input.text);
      return lines;
    },
  };
}

/** The decoded path of a uri; text that is no uri is taken as a path. */
function pathOf(uri: string): string {
  const match = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(\/?[^?#]*)/i.exec(uri);
  const path = match && !/^[a-z]:[\\/]/i.test(uri) ? match[1]! : uri;
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path.replaceAll('\\', '/');
  }
}
