/**
 * Stands in for the executable of VS Code: takes the arguments that @vscode/test-electron gives it, runs the suite in the
 * extension host of a headless VS Code, and exits with the suite's code.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { installVscode } from './install.ts';
import { serveVscode } from './serve.ts';
import { vscodePackages } from './versions.ts';
import { openWorkbench } from './workbench.ts';

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
      'security.workspace.trust.enabled': !args.includes('--disable-workspace-trust') || args.includes('--untrusted'),
    },
    verbose: args.includes('--verbose'),
  });
  const remote = (path: string) => `vscode-remote://127.0.0.1:${served.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(required('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(required('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ] as const;
  let finish: (code: number) => void = () => undefined;
  const finished = new Promise<number>(resolve => {
    finish = resolve;
  });
  const { browser } = await openWorkbench({ port: served.port, workspace, payload }, async page => {
    await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => {
      const text = format(...values);
      // The workbench has much to say that is not of the suite.
      if (text.startsWith('[suite] ')) process.stdout.write(`${text.slice(8)}\n`);
      else if (args.includes('--verbose')) process.stderr.write(`${type}: ${text}\n`);
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => finish(code));
    page.on('crash', () => finish(70));
  });
  try {
    return await finished;
  } finally {
    await browser.close();
    await served.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

run().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
