/** With Node: the server is a process. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import type { Platform } from './platform.ts';
import { endServer, forkServer } from './server-process.ts';

/** Where *Attach to Server* in .vscode/launch.json finds the server of the window that it debugs. */
const INSPECT = '--inspect=127.0.0.1:6009';

export const nodePlatform: Platform = {
  async createClient({ context, output, showStatus, didStart }) {
    const { createLanguageClient } = await import('./language-client.ts');
    const isDebugged = context.extensionMode === vscode.ExtensionMode.Development;
    let last: ChildProcess | undefined;
    const server = () => {
      const started = forkServer(context.asAbsolutePath('dist/server.cjs'), isDebugged ? [INSPECT] : []);
      // Output outside of the protocol says why it crashes.
      createInterface({ input: started.stderr! }).on('line', line => output.error(line));
      last = started;
      didStart();
      return started;
    };
    return { client: createLanguageClient({ output, server, showStatus }), endServer: () => last && endServer(last) };
  },
};
