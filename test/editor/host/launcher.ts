/**
 * Stands in for the executable of VS Code: takes the arguments of @vscode/test-electron, runs the suite in the
 * extension host of a headless VS Code, and exits with the suite's code.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVscode } from './install.ts';
import { serveVscode } from './serve.ts';
import { runInWindow } from './suite-window.ts';
import { vscodePackages } from './versions.ts';

const args = process.argv.slice(2);
const argument = (name: string) => args.find(word => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const required = (name: string) => {
  const value = argument(name);
  if (value === undefined) throw new Error(`--${name}= is missing`);
  return value;
};

async function run(): Promise<number> {
  const workspace = args.find(word => !word.startsWith('--'));
  if (workspace === undefined) throw new Error('no workspace to open');
  const version = vscodePackages.find(({ name }) => name === argument('vscode-package')) ?? vscodePackages[0]!;
  const scratch = mkdtempSync(join(tmpdir(), 'mender-lint-vscode-'));
  const served = await serveVscode(installVscode(version), {
    dataFolder: join(scratch, 'data'),
    extensionsFolder: required('extensions-dir'),
    settings: {
      ...(args.includes('--in-browser') ? { 'remote.extensionKind': { 'mender-lint.mender-lint': ['web'] } } : {}),
      'security.workspace.trust.enabled': !args.includes('--disable-workspace-trust') || args.includes('--untrusted'),
    },
    verbose: args.includes('--verbose'),
  });
  const verbose = args.includes('--verbose');
  try {
    return await runInWindow({
      port: served.port,
      workspace,
      driver: required('extensionDevelopmentPath'),
      suite: required('extensionTestsPath'),
      onLine: line => process.stdout.write(`${line}\n`),
      onOther: (type, text) => verbose && process.stderr.write(`${type}: ${text}\n`),
    });
  } finally {
    await served.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

run().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
