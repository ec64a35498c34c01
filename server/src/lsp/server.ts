/** Wires the handlers to a connection. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../version.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { ProjectFiles } from '../workspace/project-files.ts';
import { type ClientFacts, clientFacts } from './client-facts.ts';
import { OpenDocuments } from './notifications/documents.ts';
import { isProjectFile, ProjectProblems } from './notifications/project-problems.ts';
import { publishAll, servePush } from './notifications/push-diagnostics.ts';
import { RequestScheduler } from './request-scheduler.ts';
import { serveCodeActions } from './requests/code-actions.ts';
import { serveCommands } from './requests/commands.ts';
import { completionTriggers, serveCompletion } from './requests/completion.ts';
import { FIX_ALL } from './requests/fix-all-actions.ts';
import { serveHover } from './requests/hover.ts';
import { refreshDiagnostics, servePull } from './requests/pull-diagnostics.ts';
import { REPORT_REMAINING, reportRemaining } from './requests/report-remaining.ts';
import { serveRulePage } from './requests/rule-page.ts';
import { serveSelectTarget } from './requests/select-target.ts';
import { anyRuntime, type Runtime } from './runtime.ts';
import { guarded, type Session, type Settled } from './session.ts';
import { Settings } from './settings.ts';
import { Troubles } from './troubles.ts';
import { filePathOf } from './uris.ts';
import { serveWorkspace } from './workspace/serve-workspace.ts';

export interface ServeOptions {
  /** Milliseconds that a client may take to answer about its configuration. */
  readonly longestWait?: number;
  /** Milliseconds that a check of the workspace may take before its progress is shown. */
  readonly unnoticed?: number;
  readonly runtime?: Runtime;
}

/** Serves one client until it disconnects. */
export function serve(
  connection: Connection,
  files: FileSystem,
  { longestWait = 2000, unnoticed = 1000, runtime = anyRuntime }: ServeOptions = {},
): void {
  const documents = new OpenDocuments();
  connection.onInitialize(params => {
    const client = clientFacts(params);
    const settings = new Settings(connection, client, params.initializationOptions, {
      longestWait,
      sources: runtime.sources,
    });
    const problems = new ProjectProblems(connection, documents, client);
    const projects = new ProjectFiles(files, { onRead: file => problems.tell(file), excludesBaselined: true });
    const { away } = files;
    const settled: Settled = (look, signal) => (away ? away.settled(look, signal) : look());
    const troubles = new Troubles();
    const session = {
      connection,
      documents,
      client,
      settings,
      projects,
      scheduler: new RequestScheduler(),
      runtime,
      settled,
      troubles,
    };
    start(session, files, params, { problems, unnoticed });
    return initializeResult(client);
  });
  documents.listen(connection);
  connection.listen();
}

function start(
  session: Session,
  files: FileSystem,
  params: InitializeParams,
  { problems, unnoticed }: { readonly problems: ProjectProblems; readonly unnoticed: number },
): void {
  const { connection, client, settings, documents } = session;
  const { workspace, initialized, reports } = serveWorkspace(session, files, params, unnoticed);
  if (reports) servePull(session, reports);
  else servePush(session);
  serveCodeActions(session);
  serveCommands(session, { [REPORT_REMAINING]: args => reportRemaining(session, args) });
  serveSelectTarget(session);
  serveRulePage(session);
  serveHover(session);
  serveCompletion(session);
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    session.troubles.forget(uri);
  });
  connection.onDidChangeConfiguration(params =>
    guarded(session, 'workspace/didChangeConfiguration', undefined, async () => {
      // Clients send this at the start, too, when nothing has changed.
      if (!(await settings.changed(params?.settings))) return;
      if (client.pullsDiagnostics) refreshDiagnostics(session);
      else publishAll(session);
      await workspace.optionsChanged();
    }),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.flatMap(({ uri }) => filePathOf(uri) ?? []);
    files.away?.forget(paths);
    const looked = () => {
      const found = new Map(paths.map(path => [path, session.projects.yoctoFolderOf(path)]));
      if (files.away) for (const path of paths) workspace.toScanFor({ path, decidesIn: found.get(path) });
      return found;
    };
    const tell = (folders: ReadonlyMap<string, string | undefined>) => {
      if (paths.some(path => isProjectFile(path) || folders.get(path) !== undefined)) {
        session.projects.forget();
        problems.clear(paths);
        if (client.pullsDiagnostics) refreshDiagnostics(session);
        else publishAll(session);
      }
      workspace.filesChanged(paths.map(path => ({ path, decidesIn: folders.get(path) })));
    };
    const folders = session.settled(looked);
    if (folders instanceof Promise) void folders.then(tell);
    else tell(folders);
  });
  connection.onInitialized(() => {
    initialized();
    if (!client.registersConfigurationChanges) return;
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'menderLint' })
      .catch(() => undefined);
  });
}

function initializeResult(client: ClientFacts): InitializeResult {
  return {
    serverInfo: { name: 'mender-lint', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pullsDiagnostics
        ? {
            diagnosticProvider: {
              identifier: 'mender-lint',
              interFileDependencies: false,
              workspaceDiagnostics: true,
            },
          }
        : {}),
      ...(client.codeActionLiterals
        ? {
            codeActionProvider: {
              codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
              resolveProvider: client.resolvesCodeActionEdits,
            },
            executeCommandProvider: { commands: [REPORT_REMAINING] },
          }
        : {}),
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...completionTriggers] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
