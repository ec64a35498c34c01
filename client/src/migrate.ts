/** *Migrate Workspace*: all fixes at once, in VS Code's refactoring preview. */
import * as vscode from 'vscode';
import { fingerprint, MIGRATE, type MigrateParams, type Migration } from '../../server/src/lsp/messages.ts';
import { aboutLeft, aboutOthers, nothingMigrated, question } from './migrate-text.ts';
import type { Server } from './server.ts';

const SHOW_LEFT = 'Show What Is Left';

const NOTHING_SAFE = 'There is no safe fix to apply.';

/** What is fixed; everything by default. */
export interface Scope {
  /** From the explorer's menu. */
  readonly folder?: vscode.Uri;
  readonly rule?: string;
  readonly files?: readonly vscode.Uri[];
  /** Only what is shown and safe. */
  readonly safeOnly?: boolean;
}

export async function migrate(server: Server, scope: Scope): Promise<void> {
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Mender Lint: looking for what to migrate',
      cancellable: true,
    },
    async (_progress, token) => {
      const migration = await ask(server, scope, token);
      const current = migration && (await stillCurrent(migration, token));
      return current && { migration, current };
    },
  );
  if (!found) return;
  const { migration, current } = found;
  const changed = migration.files - current.size;
  if (current.size === 0) {
    void vscode.window.showInformationMessage(
      [scope.safeOnly ? NOTHING_SAFE : nothingMigrated(migration), ...aboutOthers(changed)].join(' '),
    );
    return;
  }
  // VS Code shows its preview when something must be confirmed; if everything is safe, the user is asked here.
  const answer = migration.review === 0 ? await answerTo(question(migration, current.size)) : 'Apply';
  if (answer === undefined) return;
  const edit = await server.workspaceEdit(editOf(migration, current, answer === 'Preview'));
  const isApplied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  const left = [...(isApplied && !scope.safeOnly ? aboutLeft(migration) : []), ...aboutOthers(changed)];
  if (left.length === 0) return;
  // Not awaited: the work is done.
  void vscode.window.showInformationMessage(left.join(' '), SHOW_LEFT).then(chosen => {
    if (chosen === SHOW_LEFT) void vscode.commands.executeCommand('menderLint.showMigration');
  });
}

/**
 * The files whose text is still the one that was checked. An edit of another text would hit other words: files may have
 * changed since then, or be read in another encoding. From here on VS Code itself refuses the edit when an opened
 * document changes.
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
      // It is gone, or not a text: it is left alone.
    }
  }
  return current;
}

/**
 * As VS Code reads it. ASCII is the same in every encoding, so such a file is not opened: findings of a document that
 * is open but not visible come neither from the editor nor from the workspace.
 */
async function textOf(uri: vscode.Uri): Promise<string> {
  const opened = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (opened) return opened.getText();
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes.every(byte => byte < 0x80)) return new TextDecoder().decode(bytes);
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** VS Code shows what must be confirmed before the edit is applied. */
function editOf({ edit }: Migration, current: ReadonlySet<string>, isConfirmed: boolean): Migration['edit'] {
  const documentChanges = edit.documentChanges?.filter(
    change => 'textDocument' in change && current.has(change.textDocument.uri),
  );
  const annotations = Object.entries(edit.changeAnnotations ?? {}).map(
    ([id, annotation]) => [id, isConfirmed ? { ...annotation, needsConfirmation: true } : annotation] as const,
  );
  return {
    ...edit,
    changeAnnotations: Object.fromEntries(annotations),
    ...(documentChanges ? { documentChanges } : {}),
  };
}

async function ask(
  server: Server,
  { folder, rule, files, safeOnly }: Scope,
  token: vscode.CancellationToken,
): Promise<Migration | undefined> {
  const params: MigrateParams = {
    ...(folder ? { uri: folder.toString() } : {}),
    ...(rule ? { rule } : {}),
    ...(files ? { files: files.map(String) } : {}),
    ...(safeOnly ? { safeOnly } : {}),
  };
  try {
    return await server.request<Migration>(MIGRATE, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}

async function answerTo(question: string): Promise<'Apply' | 'Preview' | undefined> {
  return vscode.window.showInformationMessage(question, { modal: true }, 'Apply', 'Preview');
}
