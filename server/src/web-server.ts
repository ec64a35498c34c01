/** The language server as a web worker, next to the web worker in which an editor in a browser runs its extensions. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { SourceReader } from './languages/program-strings/source-reader.ts';
import { SOURCES } from './lsp/messages.ts';
import { serve } from './lsp/server.ts';
import { clientFiles } from './lsp/workspace/client-files.ts';

/** What a browser's worker has in addition to all others, and what the script that reads programs defines. */
interface Scope {
  readonly navigator?: { readonly userAgent?: string };
  readonly importScripts: (address: string) => void;
  readonly menderLintSources?: { readonly sourceReader: SourceReader };
}

const scope = globalThis as unknown as Scope;

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] &
  ConstructorParameters<typeof BrowserMessageWriter>[0];
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(port),
  new BrowserMessageWriter(port),
);
serve(connection, clientFiles(connection), {
  runtime: { name: `in a browser (${scope.navigator?.userAgent})`, keyOf: text => text, sources },
});

/** Loaded in this worker: the check of a document never waits for it. */
async function sources(): Promise<SourceReader> {
  scope.importScripts(await connection.sendRequest<string>(SOURCES));
  if (!scope.menderLintSources) throw new Error('the script that reads them is empty');
  return scope.menderLintSources.sourceReader;
}
