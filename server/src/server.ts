/**
 * The language server's bundle. It is two things: a program that serves, and a module that the extension reads for what it shows before that
 * program is there. Each reads as little as it needs.
 */
import { nodeFiles } from './host/node-files.ts';
import { diagnosticsOf } from './lsp/first-look.ts';
import type { ServerModule } from './lsp/messages.ts';

export const firstLook: ServerModule['firstLook'] = look => diagnosticsOf(look, nodeFiles);

/** Serves whoever is at the other end, until that ends. */
export async function start(): Promise<void> {
  const { startServer } = await import('./server-process.ts');
  startServer();
}

if (require.main === module) void start();
