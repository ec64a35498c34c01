/**
 * The open documents. Each change makes a new immutable document: whether one is still current is whether
 * `documents.get(uri)` is the same object.
 */
import { TextDocuments } from 'vscode-languageserver';
import { createDocument, type Document, type DocumentInput } from '../document/document.ts';
import { applyEdits } from '../fixes/apply.ts';

export function createDocuments(): TextDocuments<Document> {
  return new TextDocuments<Document>({
    create: (uri, languageId, version, text) => createDocument({ uri, languageId, version, text, memory: new Map() }),
    update(document, changes, version) {
      let current = document;
      for (const change of changes) {
        if (!('range' in change) || !change.range) {
          current = createDocument({ ...identity(document), version, text: change.text });
          continue;
        }
        const start = current.lines.offsetAt(change.range.start);
        const end = Math.max(start, current.lines.offsetAt(change.range.end));
        const text = applyEdits(current.text, [{ start, end, newText: change.text }]) ?? current.text;
        current = createDocument({ ...identity(document), version, text, editedAt: start + change.text.length });
      }
      return current === document ? createDocument({ ...identity(document), version, text: document.text }) : current;
    },
  });
}

function identity({ uri, path, languageId, memory }: Document): Omit<DocumentInput, 'text'> {
  return { uri, path, languageId, memory };
}
