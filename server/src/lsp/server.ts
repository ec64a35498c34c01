/** Wires the handlers to a connection. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../version.ts';
import { type ClientFacts, clientFacts } from './client-facts.ts';
import { FIX_ALL, serveCodeActions } from './code-actions.ts';
import { createDocuments } from './documents.ts';
import { serveHover } from './hover.ts';
import { refreshDiagnostics, servePull } from './pull-diagnostics.ts';
import { publishAll, servePush } from './push-diagnostics.ts';
import { guarded, type Session } from './session.ts';
import { Settings } from './settings.ts';

export interface ServeOptions {
  /** How long a client may take to answer about its configuration. Milliseconds. */
  readonly longestWait?: number;
}

/** Serves one client until it leaves. */
export function serve(connection: Connection, { longestWait = 2000 }: ServeOptions = {}): void {
  const documents = createDocuments();
  connection.onInitialize(params => {
    const client = clientFacts(params);
    const settings = new Settings(connection, client, params.initializationOptions, longestWait);
    start({ connection, documents, client, settings });
    return initializeResult(client);
  });
  documents.listen(connection);
  connection.listen();
}

function start(session: Session): void {
  const { connection, client, settings, documents } = session;
  if (client.pullsDiagnostics) servePull(session);
  else servePush(session);
  serveCodeActions(session);
  serveHover(session);
  documents.onDidClose(({ document }) => settings.forget(document.uri));
  connection.onDidChangeConfiguration(params =>
    guarded(session, 'workspace/didChangeConfiguration', undefined, async () => {
      // Clients send this at the start too, when nothing has changed.
      if (!(await settings.changed(params?.settings))) return;
      if (client.pullsDiagnostics) refreshDiagnostics(session);
      else publishAll(session);
    }),
  );
  connection.onInitialized(() => {
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
              workspaceDiagnostics: false,
            },
          }
        : {}),
      ...(client.codeActionLiterals
        ? {
            codeActionProvider: {
              codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
              resolveProvider: client.resolvesCodeActionEdits,
            },
          }
        : {}),
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
