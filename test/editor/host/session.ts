/** A served VS Code with the packed extension, for a person or for screenshots. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoWorkspace, vsix } from './demo-workspace.ts';
import { installExtension, installVscode } from './install.ts';
import { serveVscode } from './serve.ts';
import { vscodePackages } from './versions.ts';

export interface Session {
  readonly port: number;
  readonly workspace: string;
  stop(): Promise<void>;
}

export async function startSession(
  name: 'minimum' | 'current',
  settings: Readonly<Record<string, unknown>>,
): Promise<Session> {
  const scratch = mkdtempSync(join(tmpdir(), 'mender-lint-session-'));
  const version = vscodePackages.find(known => known.name === name)!;
  const installed = installVscode(version);
  const extensionsFolder = join(scratch, 'extensions');
  installExtension(installed, vsix, extensionsFolder);
  const served = await serveVscode(installed, {
    dataFolder: join(scratch, 'data'),
    extensionsFolder,
    settings,
    verbose: false,
  });
  return {
    port: served.port,
    workspace: demoWorkspace(join(scratch, 'demo')),
    async stop() {
      await served.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
