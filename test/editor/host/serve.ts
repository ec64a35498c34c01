/** Starts the server of an installed VS Code on a free port of this machine, and stops it again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { InstalledVscode } from './install.ts';

export interface ServeOptions {
  /** Contains user data and settings. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Seconds for which a window may be gone before its processes are ended; three hours by default. */
  readonly grace?: number;
  readonly verbose: boolean;
}

export interface Served {
  readonly port: number;
  stop(): Promise<void>;
}

/** Quiet, and without anything in the editor that is not ours. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'git.openRepositoryInParentFolders': 'never',
};

export async function serveVscode({ server, node }: InstalledVscode, options: ServeOptions): Promise<Served> {
  mkdirSync(options.extensionsFolder, { recursive: true });
  // The workbench reads its own settings from the user's, all others from the machine's, too.
  for (const scope of ['Machine', 'User']) {
    const folder = join(options.dataFolder, 'data', scope);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  }
  const port = await freePort();
  const child = spawn(
    node,
    [
      server,
      '--host=127.0.0.1',
      `--port=${port}`,
      '--without-connection-token',
      '--accept-server-license-terms',
      `--server-data-dir=${options.dataFolder}`,
      `--extensions-dir=${options.extensionsFolder}`,
      '--telemetry-level=off',
      // Without it a built VS Code ignores requests in the page's address.
      '--enable-smoke-test-driver',
      ...(options.grace === undefined ? [] : [`--reconnection-grace-time=${options.grace}`]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', VSCODE_IPC_HOOK_CLI: '' } },
  );
  await ready(child, options.verbose);
  return {
    port,
    async stop() {
      // Ctrl-C goes to it as well.
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function ready(child: ChildProcess, verbose: boolean): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (verbose) process.stderr.write(chunk);
      if (output.includes('Extension host agent started')) resolve();
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', code =>
      reject(new Error(`the server of VS Code ended with ${code} before it was ready:\n${output}`)),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
