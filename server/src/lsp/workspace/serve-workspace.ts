/**
 * Connects the workspace, with the files that are not open, to the client: changes that it reports, and findings that
 * it gets.
 */
import { DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import { isIncluded } from '../../languages/classify.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import { CHECK_WORKSPACE, WHY, type Why, type WhyParams } from '../messages.ts';
import { serveProgress } from '../notifications/scan-progress.ts';
import { serveStatus } from '../notifications/status.ts';
import { serveBaseline } from '../requests/baseline.ts';
import { serveFindings } from '../requests/listed-findings.ts';
import { serveMigrate } from '../requests/migrate.ts';
import { serveMigrationReport } from '../requests/migration-report.ts';
import type { FileReports } from '../requests/pull-diagnostics.ts';
import { serveReport } from '../requests/report.ts';
import { optionsOf, type Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import { Workspace } from './workspace.ts';
import { WorkspacePull } from './workspace-pull.ts';
import { WorkspacePush } from './workspace-push.ts';

export interface ServedWorkspace {
  readonly workspace: Workspace;
  /** Starts the work, once the client is ready for results. */
  readonly initialized: () => void;
  /** For clients that pull. */
  readonly reports: FileReports | undefined;
}

export function serveWorkspace(
  session: Session,
  files: FileSystem,
  params: InitializeParams,
  unnoticed: number,
): ServedWorkspace {
  const { connection, client } = session;
  const workspace = new Workspace(session, files);
  const pull = client.pullsDiagnostics ? new WorkspacePull(session, workspace, () => push.flush()) : undefined;
  const push = new WorkspacePush(session, workspace, () => !pull?.isAsked);
  serveStatus(session, workspace);
  serveMigrate(session, workspace);
  if (client.diagnosticData) serveFindings(session, workspace);
  serveBaseline(session, workspace, files);
  serveReport(session, workspace);
  serveMigrationReport(session, workspace, files);
  if (client.workDoneProgress) serveProgress(session, workspace, unnoticed);
  connection.onRequest(WHY, async ({ uri }: WhyParams): Promise<Why> => {
    const document = session.documents.get(uri);
    const kind = document?.kind;
    if (kind && isIncluded(kind, (await optionsOf(session, document)).include)) return { checked: true, why: kind.why };
    const path = filePathOf(uri);
    if (path === undefined) return { checked: false, why: 'not a file of this machine' };
    // The current content: no watcher may have reported it yet.
    files.away?.forget([path]);
    return session.settled(() => workspace.why(path));
  });
  connection.onNotification(CHECK_WORKSPACE, () => workspace.checkAll());
  const initialized = () => {
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        workspace.removeRoots(removed.map(({ uri }) => uri));
        void workspace.addRoots(added.map(({ uri }) => uri));
      });
    if (client.registersFileChanges)
      // Scripts have all kinds of names, and for a removed folder the editor reports only its name.
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
        .catch(() => undefined);
    void workspace.addRoots(rootsOf(params));
  };
  return { workspace, initialized, reports: pull };
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
