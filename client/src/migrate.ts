/** *Migrate Workspace*: all fixes at once, in VS Code's preview of a refactoring. */
import * as vscode from 'vscode';
import { fingerprint, MIGRATE, type MigrateParams, type Migration } from '../../server/src/lsp/messages.ts';
import { aboutLeft, aboutOthers, nothingMigrated, question } from './migrate-text.ts';
import type { Server } from './server.ts';

/** `folder` comes from the explorer's menu; else the whole workspace is meant. */
export async function migrate(server: Server, folder?: vscode.Uri): Promise<void> {
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Mender Lint: looking for what to migrate',
      cancellable: true,
    },
    async (_progress, token) => {
      const migration = await ask(server, folder, token);
      const current = migration && (await stillCurrent(migration, token));
      return current && { migration, current };
    },
  );
  if (!found) return;
  const { migration, current } = found;
  const changed = migration.files - current.size;
  if (current.size === 0) {
    void vscode.window.showInformationMessage([nothingMigrated(migration), ...aboutOthers(changed)].join(' '));
    return;
  }
  // VS Code shows its preview when something must be confirmed; what is safe alone is asked for here.
  if (migration.review === 0 && !(await confirmed(question(migration, current.size)))) return;
  const edit = await server.workspaceEdit(editOf(migration, current));
  const isApplied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  const left = [...(isApplied ? aboutLeft(migration) : []), ...aboutOthers(changed)];
  if (left.length > 0) void vscode.window.showInformationMessage(left.join(' '));
}

/**
 * The files whose text is the one that was looked at. An edit of another text would hit other words: files may have
 * changed since, or be read in another encoding. VS Code itself refuses the edit when an opened document changes from
 * here on.
 */
async function stillCurrent(
  { fingerprints }: Migration,
  token: vscode.CancellationToken,
): Promise<ReadonlySet<string> | undefined> {
  const current = new Set<string>();
  for (const [uri, expected] of Object.entries(fingerprints)) {
    if (token.isCancellationRequested) return undefined;
    try {
      if (fingerprint(await textOf(vscode.Uri.parse(uri))) === expected) current.add(uri);
    } catch {
      // It is gone, or no text: nothing is done to it.
    }
  }
  return current;
}

/**
 * As VS Code reads it. ASCII is the same in every encoding, and is not opened for it: what is open, but nowhere to be
 * seen, has its findings neither from the editor nor from the workspace.
 */
async function textOf(uri: vscode.Uri): Promise<string> {
  const opened = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (opened) return opened.getText();
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes.every(byte => byte < 0x80)) return new TextDecoder().decode(bytes);
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

function editOf({ edit }: Migration, current: ReadonlySet<string>): Migration['edit'] {
  const documentChanges = edit.documentChanges?.filter(
    change => 'textDocument' in change && current.has(change.textDocument.uri),
  );
  return { ...edit, ...(documentChanges ? { documentChanges } : {}) };
}

async function ask(
  server: Server,
  folder: vscode.Uri | undefined,
  token: vscode.CancellationToken,
): Promise<Migration | undefined> {
  const params: MigrateParams = folder ? { uri: folder.toString() } : {};
  try {
    return await server.request<Migration>(MIGRATE, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}

async function confirmed(question: string): Promise<boolean> {
  return (await vscode.window.showInformationMessage(question, { modal: true }, 'Apply')) === 'Apply';
}
