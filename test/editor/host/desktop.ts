/** The desktop application of VS Code, as @vscode/test-electron downloads it, with its own folders. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { cache } from '../../support/tools.ts';

export interface DesktopVscode {
  readonly executable: string;
  readonly args: readonly string[];
}

/** Downloads a version once, and installs a packed extension into it; its data goes below `scratch`. */
export async function installDesktop(
  version: string,
  vsix: string,
  scratch: string,
  download = downloadAndUnzipVSCode,
): Promise<DesktopVscode> {
  const cachePath = join(cache, 'desktop');
  mkdirSync(cachePath, { recursive: true });
  const executable = await download({ version, cachePath }).catch((error: unknown) => {
    throw new Error(
      `VS Code ${version} could not be downloaded from update.code.visualstudio.com (${reasonOf(error)}); MENDER_LINT_VSCODE=minimum and current need npm alone`,
      { cause: error },
    );
  });
  // Passed both times: otherwise it keeps them in the current folder, which is the repository.
  const args = [`--extensions-dir=${join(scratch, 'extensions')}`, `--user-data-dir=${join(scratch, 'data')}`];
  const [cli] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  // As root it does not start otherwise.
  execFileSync(cli!, [...args, '--no-sandbox', '--install-extension', vsix], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return { executable, args };
}

/** An error of test-electron may be a string, and several failed attempts to connect have no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
