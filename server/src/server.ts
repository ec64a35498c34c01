/** The language server as a process: over standard input and output unless the arguments name another channel. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './host/node-files.ts';
import { serve } from './lsp/server.ts';

const named = process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument));
if (!named) process.argv.push('--stdio');

serve(createConnection(ProposedFeatures.all), nodeFiles);
