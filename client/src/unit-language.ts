/**
 * Colours for unit files that no other extension claims. A claim in our manifest would take them from an extension for
 * systemd, with its completion and its checks: of two claims, VS Code uses the one it read last.
 */
import * as vscode from 'vscode';
import { isUnitPath } from '../../server/src/languages/unit/unit-path.ts';
import { isForServer } from './selector.ts';

const UNIT = 'systemd-unit';

/**
 * The languages that VS Code itself assigns to a file with an unknown name, and to one ending in `.conf`, such as a
 * drop-in.
 */
const UNCLAIMED: readonly string[] = ['plaintext', 'properties'];

export function colourUnits(): vscode.Disposable {
  /** Once each: a user who chooses another language afterwards means it. */
  const seen = new WeakSet<vscode.TextDocument>();
  const look = (document: vscode.TextDocument): void => {
    if (seen.has(document)) return;
    seen.add(document);
    if (
      !UNCLAIMED.includes(document.languageId) ||
      !isForServer(document) ||
      !isUnitPath(document.uri.path) ||
      isMeant(document)
    )
      return;
    // It may have been closed meanwhile.
    vscode.languages.setTextDocumentLanguage(document, UNIT).then(undefined, () => undefined);
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

/** Whether the user has set this language for files with such names. */
function isMeant(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace.getConfiguration('files', document).get<Record<string, string>>('associations');
  return Object.entries(associations ?? {}).some(
    ([glob, language]) =>
      language === document.languageId &&
      vscode.languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, document) > 0,
  );
}
