/** In a browser: the server is a web worker, and reads files through us. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { LIST_FOLDERS, READ_FILES, SOURCES, STATUS } from '../../../server/src/lsp/messages.ts';
import { clientOptions } from '../client-options.ts';
import type { Platform } from '../platform.ts';
import { listFolders, readFiles } from './files.ts';

/** What browsers have, as far as it is used here; it is missing in the types of Node. */
interface WebWorker {
  onerror: (event: { readonly message: string }) => void;
  terminate(): void;
}

declare const Worker: new (script: string, options: { readonly name: string }) => WebWorker;

export const webPlatform: Platform = {
  async createClient({ context, output, showStatus, didStart }) {
    let last: WebWorker | undefined;
    const server = async () => {
      last = await startWorker(context);
      // An error outside of the protocol says why no more answers come.
      last.onerror = ({ message }) => output.error(message);
      didStart();
      // The library does not know a worker that VS Code has created.
      return { reader: new BrowserMessageReader(last), writer: new BrowserMessageWriter(last) };
    };
    const client: LanguageClient = new LanguageClient(
      'menderLint',
      'Mender Lint',
      server,
      clientOptions(output, () => client),
    );
    client.onNotification(STATUS, showStatus);
    client.onRequest(LIST_FOLDERS, listFolders);
    client.onRequest(READ_FILES, readFiles);
    client.onRequest(SOURCES, () => addressOf(context, 'sources.cjs'));
    return { client, endServer: () => last?.terminate() };
  },
};

async function startWorker(context: vscode.ExtensionContext): Promise<WebWorker> {
  return new Worker(await addressOf(context, 'web-server.cjs'), { name: 'Mender Lint' });
}

/** A script is read and not addressed: VS Code refuses to start one from an address on another machine. */
async function addressOf({ extensionUri }: vscode.ExtensionContext, script: string): Promise<string> {
  const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', script));
  return URL.createObjectURL(new Blob([content as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
}
