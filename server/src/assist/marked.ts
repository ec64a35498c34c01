/**
 * A document with a marker word where something is being typed: its reader then says in which command, and as which
 * argument, that is.
 */
import { createDocument, type Document } from '../languages/document.ts';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { documentUsages } from '../usage/document-usage.ts';
import type { Usage } from '../usage/usage.ts';

/** Lower case letters mean nothing in any language. It names Mender, so that every part of a file is looked at. */
export const MARK = 'menderlintmark';

export function markedAt({ uri, path, languageId, text, memory }: Document, offset: number): Document {
  return createDocument({
    uri,
    path,
    languageId,
    text: text.slice(0, offset) + MARK + text.slice(offset),
    editedAt: offset + MARK.length,
    memory,
  });
}

export function markedUsages(document: Document, offset: number, sources?: SourceReader): readonly Usage[] {
  return documentUsages(markedAt(document, offset), undefined, { sources });
}
