/** The language server as a program: over standard input and output unless the arguments name another channel. */
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { filesWithHelp } from './host/helping-thread.ts';
import { serve } from './lsp/server.ts';
import { warmUp } from './lsp/warm-up.ts';

export function startServer(): void {
  // A server lives for days beside many others. V8 would let what scans leave behind grow to a multiple before it looks for it.
  setFlagsFromString('--heap-growing-percent=25');

  const named = process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument));
  if (!named) process.argv.push('--stdio');

  serve(createConnection(ProposedFeatures.all), filesWithHelp(join(__dirname, 'helper.cjs')));

  void warmUp().then(keepCompiled);
}

/** Node keeps what it has compiled when it ends, and many a server is killed with its window. Node 20 keeps nothing. */
function keepCompiled(): void {
  (nodeModule as { readonly flushCompileCache?: () => void }).flushCompileCache?.();
}
