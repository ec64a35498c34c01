/** The language server as a web worker, beside the web worker in which an editor in a browser runs its extensions. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';
import { clientFiles } from './lsp/workspace/client-files.ts';

const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] &
  ConstructorParameters<typeof BrowserMessageWriter>[0];
const agent = (globalThis as { navigator?: { userAgent?: string } }).navigator?.userAgent;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(port),
  new BrowserMessageWriter(port),
);
serve(connection, clientFiles(connection), {
  runtime: { name: `in a browser (${agent})`, keyOf: text => text },
});
