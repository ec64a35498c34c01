/** The peer of most benchmarks: bash-language-server, as npm installs it. */
import { join } from 'node:path';
import { npmPackages } from '../support/tools.ts';

const VERSION = '5.8.1';

export const peerName = `bash-language-server ${VERSION}`;

/** The node_modules with it and its dependencies, installed once. */
export function peerModules(): string {
  return join(npmPackages('bench', { 'bash-language-server': VERSION }), 'node_modules');
}

/** Files that it loads at run time, so that no bundler sees them. */
export const peerAssets = {
  grammar: 'bash-language-server/tree-sitter-bash.wasm',
  besideServer: ['web-tree-sitter/web-tree-sitter.wasm', '@one-ini/wasm/one_ini_bg.wasm'],
} as const;
