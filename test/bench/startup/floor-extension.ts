/** The least that an extension can do about a script, at once: the time that VS Code itself needs for a squiggle. */
import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  const collection = vscode.languages.createDiagnosticCollection('floor');
  const mark = ({ uri, languageId, lineCount }: vscode.TextDocument) => {
    if (languageId !== 'shellscript') return;
    const lines = Array.from({ length: Math.min(lineCount, 20) }, (_, line) => new vscode.Range(line, 0, line, 5));
    collection.set(
      uri,
      lines.map(range => new vscode.Diagnostic(range, 'floor')),
    );
  };
  vscode.workspace.textDocuments.forEach(mark);
  context.subscriptions.push(collection, vscode.workspace.onDidOpenTextDocument(mark));
}
