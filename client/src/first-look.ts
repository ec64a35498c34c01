/** Shows what the server finds in a document before the language client is there to ask about it. */
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { FIRST_FINDINGS, FIRST_LOOK, type FirstFindings, type FirstLook } from '../../server/src/lsp/messages.ts';

export class FirstLooks implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('mender-lint');
  /** Of which the language client has not heard yet. */
  readonly #open = new Set<vscode.TextDocument>();

  /** Asks a server that nobody talks to yet. */
  ask(server: ChildProcess, document: vscode.TextDocument): void {
    const { uri, languageId, version } = document;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const params: FirstLook = {
      uri: uri.toString(),
      languageId,
      version,
      text: document.getText(),
      settings: vscode.workspace.getConfiguration('menderLint', document),
      ...(folder && { folder: folder.uri.toString() }),
    };
    this.#open.add(document);
    const hear = (message: unknown) => {
      if (!isFirstFindings(message)) return;
      server.off('message', hear);
      this.#show(document, message.params);
    };
    server.on('message', hear);
    // Where it cannot be sent the server is not there, which others will notice.
    server.send({ jsonrpc: '2.0', method: FIRST_LOOK, params }, () => undefined);
  }

  /** The language client has its own findings of a document. */
  end(uri: vscode.Uri): void {
    for (const document of this.#open) if (document.uri.toString() === uri.toString()) this.#open.delete(document);
    this.#shown.delete(uri);
  }

  /** The language client is there: it asks about what can be seen, and of the rest it hears with the workspace. */
  endUnseen(): void {
    const seen = new Set(vscode.window.visibleTextEditors.map(editor => editor.document));
    for (const document of this.#open) if (!seen.has(document)) this.end(document.uri);
  }

  endAll(): void {
    this.#open.clear();
    this.#shown.clear();
  }

  dispose(): void {
    this.#shown.dispose();
  }

  #show(document: vscode.TextDocument, { version, diagnostics }: FirstFindings): void {
    if (!this.#open.has(document) || document.version !== version) return;
    this.#shown.set(document.uri, diagnostics.map(asDiagnostic));
  }
}

function isFirstFindings(message: unknown): message is { readonly params: FirstFindings } {
  return (message as { readonly method?: unknown } | null)?.method === FIRST_FINDINGS;
}

type Told = FirstFindings['diagnostics'][number];

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
