/** Shows mistakes in options files and baselines in the editor and in the log, whether they are open or not. */
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import type { Document } from '../../languages/document.ts';
import { BASELINE_FILE } from '../../options/baseline-file.ts';
import { PROJECT_FILE } from '../../options/project-file.ts';
import { linesOf } from '../../text/lines.ts';
import { visible } from '../../text/visible.ts';
import type { ReadFile } from '../../workspace/project-files.ts';
import type { ClientFacts } from '../client-facts.ts';
import { SOURCE } from '../convert.ts';
import { filePathOf } from '../uris.ts';
import type { OpenDocuments } from './documents.ts';

export function isProjectFile(path: string): boolean {
  return path.endsWith(`/${PROJECT_FILE}`) || path.endsWith(`/${BASELINE_FILE}`);
}

type Problems = Pick<ReadFile, 'path' | 'text' | 'problems'>;

export class ProjectProblems {
  readonly #connection: Connection;
  readonly #documents: OpenDocuments;
  readonly #editorChecksJson: boolean;
  /** The last sentences, by path. */
  readonly #told = new Map<string, string>();
  /** All problems, reported or not, by path. */
  readonly #wrong = new Map<string, Problems>();
  readonly #logged = new Set<string>();

  constructor(connection: Connection, documents: OpenDocuments, { checksJson }: ClientFacts) {
    this.#connection = connection;
    this.#documents = documents;
    this.#editorChecksJson = checksJson;
    const tellAgain = ({ document }: { document: Document }) => {
      const file = this.#wrong.get(filePathOf(document.uri) ?? '');
      if (file) this.tell(file);
    };
    documents.onDidOpen(tellAgain);
    documents.onDidClose(tellAgain);
  }

  tell({ path, text, problems }: Problems): void {
    const lines = linesOf(text);
    if (problems.length > 0) this.#wrong.set(path, { path, text, problems });
    else this.#wrong.delete(path);
    const saysSyntax = this.#editorSaysSyntax(path);
    const diagnostics = problems
      .filter(({ isSyntax }) => !(isSyntax && saysSyntax))
      .map(({ start, end, message }) => ({
        range: { start: lines.positionAt(start), end: lines.positionAt(end) },
        severity: DiagnosticSeverity.Error,
        source: SOURCE,
        code: 'options-file',
        message,
      }));
    const said = JSON.stringify(diagnostics);
    if (said === (this.#told.get(path) ?? '[]')) return;
    this.#told.set(path, said);
    void this.#connection.sendDiagnostics({ uri: this.#documents.uriOf(path), diagnostics });
    for (const { range, message } of diagnostics) {
      const line = `${visible(path)}:${range.start.line + 1}:${range.start.character + 1}: ${message}`;
      // Once each, although it is shown again when the file is closed.
      if (!this.#logged.has(line)) this.#connection.console.warn(line);
      this.#logged.add(line);
    }
  }

  /** For files that may be gone; an existing one is read again before it is used. */
  clear(paths: readonly string[]): void {
    for (const path of paths) {
      if (!this.#told.has(path)) continue;
      this.tell({ path, text: '', problems: [] });
      this.#logged.clear();
    }
  }

  #editorSaysSyntax(path: string): boolean {
    const languageId = this.#documents.at(path)?.languageId;
    return this.#editorChecksJson && (languageId === 'json' || languageId === 'jsonc');
  }
}
