/** The peer of most benchmarks: bash-language-server, as npm installs it. */
import { join } from 'node:path';
import { npmPackages } from '../support/tools.ts';

const VERSION = '5.8.1';

export const peerName = `bash-language-server ${VERSION}`;

/** The node_modules that hold it and all it needs, installed once. */
export function peerModules(): string {
  return join(npmPackages('bench', { 'bash-language-server': VERSION }), 'node_modules');
}
