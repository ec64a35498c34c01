/** The language server as a program: over standard input and output unless the arguments name another channel. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { filesWithHelp } from './host/helping-thread.ts';
import { serve } from './lsp/server.ts';

const isNamed = process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument));
if (!isNamed) process.argv.push('--stdio');

serve(createConnection(ProposedFeatures.all), filesWithHelp(join(__dirname, 'helper.cjs')), {
  runtime: {
    name: `Node.js ${process.versions.node}, ${process.platform} ${process.arch}`,
    // Not to keep secrets.
    keyOf: text => createHash('sha1').update(text).digest('base64'),
  },
});
