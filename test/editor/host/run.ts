/** `npm run test:editor`: the suites in each VS Code, through @vscode/test-electron, against the packed extension. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../../support/build.ts';
import { demoWorkspace, vsix } from './demo-workspace.ts';
import { installDesktop } from './desktop.ts';
import { installExtension, installVscode } from './install.ts';
import { largeWorkspace } from './large-workspace.ts';
import { withinLimit } from './limit.ts';
import { vscodePackages } from './versions.ts';

/** `desktop`, `minimum` or `current`; by default the two headless ones. */
const chosen = process.env['MENDER_LINT_VSCODE'];
if (chosen !== undefined && !['desktop', 'minimum', 'current'].includes(chosen))
  throw new Error(`no VS Code called ${chosen}`);

/** Minutes that only a hanging suite takes: the longest took 12 on a busy machine. */
const LIMIT = 25;

interface Suite {
  readonly name: string;
  readonly untrusted?: true;
  /** In the extension host of a browser. */
  readonly inBrowser?: true;
  /** Creates the workspace in its own folder; returns the path to open. */
  readonly workspace: (folder: string) => string;
}

const suites: readonly Suite[] = [
  { name: 'quiet', workspace: folder => folder },
  { name: 'opened', workspace: folder => folder },
  { name: 'arrival', workspace: folder => folder },
  { name: 'index', workspace: folder => demoWorkspace(folder) },
  {
    name: 'untrusted',
    untrusted: true,
    workspace: folder => demoWorkspace(folder, { 'menderLint.diagnosticMode': 'openFiles' }),
  },
  { name: 'multi-root', workspace: twoFolders },
  { name: 'large', workspace: largeWorkspace },
  { name: 'web/suite', inBrowser: true, workspace: folder => demoWorkspace(folder) },
];

function twoFolders(folder: string): string {
  for (const name of ['old', 'current']) mkdirSync(join(folder, name, '.vscode'), { recursive: true });
  writeFileSync(join(folder, 'old/.vscode/settings.json'), '{ "menderLint.target": "4.0" }');
  mkdirSync(join(folder, 'old/templates'));
  writeFileSync(join(folder, 'old/templates/tool.sh.in'), 'mender commit\n');
  const workspace = join(folder, 'two.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'old' }, { path: 'current' }] }));
  return workspace;
}

async function runIn(
  version: string,
  suite: Suite,
  how: { executable: string; args: readonly string[] },
): Promise<boolean> {
  // Not named after Mender: that alone would start the server.
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  console.log(`\n${suite.name} in VS Code ${version}`);
  try {
    const workspace = suite.workspace(folder);
    const code = await withinLimit(limitOf(`${suite.name} in VS Code ${version}`), () =>
      runTests({
        vscodeExecutablePath: how.executable,
        extensionDevelopmentPath: join(root, suite.inBrowser ? 'out/editor/web' : 'test/editor/driver'),
        extensionTestsPath: join(root, `out/editor/${suite.name}.cjs`),
        launchArgs: [
          workspace,
          ...how.args,
          ...(suite.untrusted ? ['--untrusted'] : []),
          ...(suite.inBrowser ? ['--in-browser'] : []),
        ],
      }),
    );
    return code === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function limitOf(suite: string): AbortSignal {
  const limit = new AbortController();
  setTimeout(
    () => limit.abort(new Error(`${suite} did not end within ${LIMIT} minutes, and was ended`)),
    LIMIT * 60_000,
  ).unref();
  return limit.signal;
}

/** The headless VS Codes from npm. */
async function headless(): Promise<boolean> {
  let ok = true;
  for (const version of vscodePackages.filter(({ name }) => chosen === undefined || chosen === name)) {
    const extensions = mkdtempSync(join(tmpdir(), 'mender-lint-extensions-'));
    installExtension(installVscode(version), vsix, extensions);
    const args = [`--vscode-package=${version.name}`, `--extensions-dir=${extensions}`];
    for (const suite of suites)
      ok = (await runIn(version.vscode, suite, { executable: join(root, 'out/editor/launcher.mjs'), args })) && ok;
    rmSync(extensions, { recursive: true, force: true, maxRetries: 10 });
  }
  return ok;
}

/** It trusts every workspace that a test opens, and starts no browser extension host for an installed extension. */
async function desktop(): Promise<boolean> {
  let ok = true;
  for (const { vscode } of vscodePackages) {
    // A short name: sockets are created in it, whose paths must not be long.
    const scratch = mkdtempSync(join(tmpdir(), 'ml-'));
    try {
      const how = await installDesktop(vscode, vsix, scratch);
      for (const suite of suites.filter(({ untrusted, inBrowser }) => !untrusted && !inBrowser))
        ok = (await runIn(vscode, suite, how)) && ok;
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
    }
  }
  return ok;
}

try {
  process.exitCode = (await (chosen === 'desktop' ? desktop() : headless())) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
