/** *Migrate Workspace*: all fixes at once, in VS Code's preview of a refactoring. */
import * as vscode from 'vscode';
import { MIGRATE, type MigrateParams, type Migration } from '../../server/src/lsp/messages.ts';
import type { Server } from './server.ts';
import { counted } from './status-text.ts';

/** `folder` comes from the explorer's menu; else the whole workspace is meant. */
export async function migrate(server: Server, folder?: vscode.Uri): Promise<void> {
  const migration = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Mender Lint: looking for what to migrate',
      cancellable: true,
    },
    (_progress, token) => ask(server, folder, token),
  );
  if (!migration) return;
  const { safe, review, left, files } = migration;
  if (safe + review === 0) {
    void vscode.window.showInformationMessage(
      left === 0 ? 'Nothing is left to migrate.' : `Nothing can be migrated by itself; ${findings(left)} left to you.`,
    );
    return;
  }
  // VS Code shows its preview when something has to be confirmed; what is safe alone is asked for here.
  if (
    review === 0 &&
    !(await confirmed(`Apply ${safe} safe ${safe === 1 ? 'fix' : 'fixes'} in ${counted(files, 'file')}?`))
  )
    return;
  const edit = await server.workspaceEdit(migration.edit);
  const isApplied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (isApplied && left > 0)
    void vscode.window.showInformationMessage(`${findings(left)} left to you; the Problems panel has them.`);
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

function findings(number: number): string {
  return `${counted(number, 'finding')} ${number === 1 ? 'is' : 'are'}`;
}
