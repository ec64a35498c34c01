/** Shows what is to be said of a document before the server is there to ask about it. */
import * as vscode from 'vscode';
import { type KeptModule, requireKept } from '../../server/src/host/kept-code.ts';
import type { ServerModule } from '../../server/src/lsp/messages.ts';
import type { ServerFiles } from './server-process.ts';

/** The extension host waits for the look: a longer text, of UTF-16 units, waits for the server. */
const LONGEST_TEXT = 32_768;

export class FirstLooks implements vscode.Disposable {
  readonly #files: ServerFiles;
  readonly #shown = vscode.languages.createDiagnosticCollection('mender-lint');
  #module: KeptModule | undefined;

  constructor(files: ServerFiles) {
    this.#files = files;
  }

  /** Whether there is something to be seen of it now. */
  show(document: vscode.TextDocument): boolean {
    const { uri, languageId } = document;
    const text = document.getText();
    if (text.length > LONGEST_TEXT) return false;
    this.#module ??= requireKept(this.#files.module, this.#files.compiled);
    const { firstLook } = this.#module.exports as ServerModule;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const diagnostics = firstLook({
      uri: uri.toString(),
      languageId,
      text,
      settings: vscode.workspace.getConfiguration('menderLint', document),
      ...(folder && { folder: folder.uri.toString() }),
    });
    this.#shown.set(uri, diagnostics.map(asDiagnostic));
    return diagnostics.length > 0;
  }

  /** The language client has its own findings of a document. */
  end(uri: vscode.Uri): void {
    this.#shown.delete(uri);
  }

  /** The language client is there: it asks about what can be seen, and of the rest it hears with the workspace. */
  handOver(): void {
    const seen = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    this.#shown.forEach(uri => {
      if (!seen.has(uri.toString())) this.#shown.delete(uri);
    });
    // The next window has what this one has compiled, and this one has no more need of it.
    this.#module?.keep();
    this.#module = undefined;
  }

  endAll(): void {
    this.#shown.clear();
  }

  dispose(): void {
    this.#shown.dispose();
  }
}

type Told = ReturnType<ServerModule['firstLook']>[number];

const severities: Readonly<Record<number, vscode.DiagnosticSeverity>> = {
  1: vscode.DiagnosticSeverity.Error,
  2: vscode.DiagnosticSeverity.Warning,
  3: vscode.DiagnosticSeverity.Information,
  4: vscode.DiagnosticSeverity.Hint,
};

/** As the language client makes them, but for what code actions need. */
function asDiagnostic({
  range,
  message,
  severity,
  source,
  code,
  codeDescription,
  tags,
  relatedInformation,
}: Told): vscode.Diagnostic {
  const text = typeof message === 'string' ? message : message.value;
  return Object.assign(new vscode.Diagnostic(asRange(range), text, severities[severity ?? 1]), {
    source,
    code: codeDescription ? { value: code, target: vscode.Uri.parse(codeDescription.href) } : code,
    // The numbers of both are the same: unnecessary, deprecated.
    tags,
    relatedInformation: relatedInformation?.map(
      ({ location, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(vscode.Uri.parse(location.uri), asRange(location.range)),
          message,
        ),
    ),
  });
}

function asRange({ start, end }: Told['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
