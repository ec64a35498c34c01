/**
 * The open documents. Each change makes a new immutable document: whether one is still current is whether
 * `documents.get(uri)` is the same object.
 */
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createDocument, type Document } from '../document/document.ts';

export function createDocuments(): TextDocuments<Document> {
  return new TextDocuments<Document>({
    create: (uri, languageId, version, text) => createDocument({ uri, languageId, version, text, memory: new Map() }),
    update(document, changes, version) {
      const { uri, path, languageId, memory } = document;
      const changed = TextDocument.create(uri, '', version, document.text);
      let editedAt: number | undefined;
      for (const change of changes) {
        const start = 'range' in change ? changed.offsetAt(change.range.start) : undefined;
        TextDocument.update(changed, [change], version);
        editedAt = start === undefined ? undefined : start + change.text.length;
      }
      return createDocument({ uri, path, languageId, memory, version, text: changed.getText(), editedAt });
    },
  });
}
