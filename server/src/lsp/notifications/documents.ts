/**
 * The open documents. Each change creates a new immutable document: one is current if `documents.get(uri)` is the same
 * object.
 */
import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createDocument, type Document } from '../../languages/document.ts';
import { filePathOf, uriOf } from '../uris.ts';

export class OpenDocuments extends TextDocuments<Document> {
  /** By path, the uri that the client uses for it: the same path can be escaped in many ways. */
  readonly #uris = new Map<string, string>();

  constructor() {
    super({
      create: (uri, languageId, version, text) => createDocument({ uri, languageId, version, text, memory: new Map() }),
      update: changed,
    });
    this.onDidOpen(({ document: { uri } }) => {
      const path = filePathOf(uri);
      if (path !== undefined) this.#uris.set(path, uri);
    });
  }

  at(path: string): Document | undefined {
    const uri = this.#uris.get(path);
    return uri === undefined ? undefined : this.get(uri);
  }

  /** As the client writes it, if that is known; else as VS Code does. */
  uriOf(path: string): string {
    return this.#uris.get(path) ?? uriOf(path);
  }
}

function changed(document: Document, changes: readonly TextDocumentContentChangeEvent[], version: number): Document {
  const { uri, path, languageId, memory } = document;
  const text = TextDocument.create(uri, '', version, document.text);
  let editedAt: number | undefined;
  for (const change of changes) {
    const start = 'range' in change ? text.offsetAt(change.range.start) : undefined;
    TextDocument.update(text, [change], version);
    editedAt = start === undefined ? undefined : start + change.text.length;
  }
  return createDocument({ uri, path, languageId, memory, version, text: text.getText(), editedAt });
}
