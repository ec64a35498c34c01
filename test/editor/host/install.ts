/** Installs a VS Code from npm, once, into a cache outside the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram, installNode, npmInstall, npmPackages } from '../../support/tools.ts';
import type { VscodePackage } from './versions.ts';

export interface InstalledVscode {
  /** The program that serves the workbench, and the Node it runs on. */
  readonly server: string;
  readonly node: string;
}

/** The folder of a VS Code, with the extensions that it contains; the packages of its server may be missing. */
export function vscodeFolder({ codeServer }: Pick<VscodePackage, 'codeServer'>): string {
  return join(npmPackages('vscode', { 'code-server': codeServer }), 'node_modules/code-server/lib/vscode');
}

export function installVscode({ codeServer, node }: VscodePackage): InstalledVscode {
  const vscode = vscodeFolder({ codeServer });
  // The packages of the server itself; its lock file lacks one of them, so that `npm ci` fails.
  npmInstall(vscode, 'npm install --omit=dev');
  linkRipgrep(vscode);
  return {
    server: join(vscode, 'out/server-main.js'),
    node: node === undefined ? process.execPath : installNode(node),
  };
}

/** Installs a packed extension into a folder of extensions, as a user's VS Code would. */
export function installExtension({ server, node }: InstalledVscode, vsix: string, extensionsFolder: string): void {
  const data = mkdtempSync(join(tmpdir(), 'mender-lint-data-'));
  try {
    execFileSync(
      node,
      [
        server,
        `--extensions-dir=${extensionsFolder}`,
        `--server-data-dir=${data}`,
        '--accept-server-license-terms',
        '--install-extension',
        vsix,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Older packages of ripgrep fetch the program in a script, which is not run: Debian's is used. */
function linkRipgrep(vscode: string): void {
  const older = join(vscode, 'node_modules/@vscode/ripgrep');
  const link = join(older, 'bin/rg');
  if (!existsSync(older) || existsSync(link)) return;
  mkdirSync(join(older, 'bin'), { recursive: true });
  symlinkSync(debianProgram('rg', 'ripgrep'), `${link}.${process.pid}`);
  renameSync(`${link}.${process.pid}`, link);
}
