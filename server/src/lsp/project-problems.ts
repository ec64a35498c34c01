/** Shows mistakes in options files and baselines in the editor and in the log, whether they are open or not. */
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { Lines } from '../document/lines.ts';
import { BASELINE_FILE } from '../options/baseline-file.ts';
import { PROJECT_FILE } from '../options/project-file.ts';
import type { ReadFile } from '../workspace/project-files.ts';
import { SOURCE } from './convert.ts';
import { uriOf } from './uris.ts';

export function isProjectFile(path: string): boolean {
  return path.endsWith(`/${PROJECT_FILE}`) || path.endsWith(`/${BASELINE_FILE}`);
}

export class ProjectProblems {
  readonly #connection: Connection;
  /** What was said last, by path. */
  readonly #told = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  tell({ path, text, problems }: Pick<ReadFile, 'path' | 'text' | 'problems'>): void {
    const lines = new Lines(text);
    const diagnostics = problems.map(({ start, end, message }) => ({
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      code: 'options-file',
      message,
    }));
    const said = JSON.stringify(diagnostics);
    if (said === (this.#told.get(path) ?? '[]')) return;
    this.#told.set(path, said);
    void this.#connection.sendDiagnostics({ uri: uriOf(path), diagnostics });
    for (const { range, message } of diagnostics)
      this.#connection.console.warn(`${path}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
  }

  /** Of files that may be gone; one that is still there is read again before it is used. */
  clear(paths: readonly string[]): void {
    for (const path of paths) if (this.#told.has(path)) this.tell({ path, text: '', problems: [] });
  }
}
