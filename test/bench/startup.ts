/**
 * Start-up in the real VS Code, in a fresh window each time: ours compared with bash-language-server as an extension,
 * and VS Code's own share.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { vsix } from '../editor/host/demo-workspace.ts';
import { installExtension, installVscode } from '../editor/host/install.ts';
import { type Served, serveVscode } from '../editor/host/serve.ts';
import { runInWindow } from '../editor/host/suite-window.ts';
import { vscodePackages } from '../editor/host/versions.ts';
import { root } from '../support/build.ts';
import { debianProgram } from '../support/tools.ts';
import { median, ms, ratio, row } from './measure.ts';
import { peerName } from './peer.ts';
import { longScript } from './scripts.ts';
import { buildSuites, makeExtension, type SuiteName, suitePath } from './startup/build.ts';
import type { Figures } from './startup/figures.ts';

const WINDOWS = 7;
/**
 * Seconds for which a closed window keeps its extension host: by default 35 of them would exist at the end, each with
 * its server.
 */
const GRACE = 10;
const LINES = 300;

export async function benchStartup(): Promise<void> {
  // Without it the peer reports nothing.
  debianProgram('shellcheck');
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: 'ignore' });
  await buildSuites();
  const version = vscodePackages.find(({ name }) => name === 'current')!;
  const vscode = installVscode(version);
  const scratch = mkdtempSync(join(tmpdir(), 'startup-'));
  const served: Served[] = [];
  const serve = async (name: string, install: (folder: string) => void | Promise<void>) => {
    const extensionsFolder = join(scratch, name);
    await install(extensionsFolder);
    const settings = { 'security.workspace.trust.enabled': false };
    const dataFolder = join(scratch, `${name}-data`);
    const one = await serveVscode(vscode, { dataFolder, extensionsFolder, settings, grace: GRACE, verbose: false });
    served.push(one);
    return one.port;
  };
  try {
    const workspace = makeWorkspace(join(scratch, 'workspace'));
    // In this workspace the server has checked the script before it is opened.
    const about = makeWorkspace(join(scratch, 'about-mender'));
    writeFileSync(join(about, 'mender.conf'), '{ "ServerURL": "https://example.com" }\n');
    const ours = await serve('ours', folder => installExtension(vscode, vsix, folder));
    const theirs = await serve('theirs', folder => makeExtension(folder, 'peer'));
    const floor = await serve('floor', folder => makeExtension(folder, 'floor'));
    const windows: Record<keyof Windows, Window[]> = { idle: [], ours: [], running: [], theirs: [], floor: [] };
    // Interleaved, so that other work of the machine affects all alike.
    for (let run = 0; run < WINDOWS; run++) {
      windows.idle.push(await figuresOf(ours, workspace, 'nothing-for-it'));
      windows.ours.push(await figuresOf(ours, workspace, 'first-script'));
      windows.running.push(await figuresOf(ours, about, 'first-script'));
      windows.theirs.push(await figuresOf(theirs, workspace, 'first-script'));
      windows.floor.push(await figuresOf(floor, workspace, 'first-script'));
    }
    print(version.vscode, windows);
  } finally {
    for (const one of served) await one.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Nothing in it is named after Mender, and both extensions report something about the first lines of the script. */
function makeWorkspace(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'Notes\n');
  writeFileSync(join(folder, 'package.json'), '{ "name": "of-another-program" }\n');
  const findings = 'left_over=1\nmender show-artifact\n';
  writeFileSync(join(folder, 'provision.sh'), longScript(LINES).replace('set -eu\n', `$&${findings}`));
  return folder;
}

type Window = Figures & { readonly seen: number };

type Windows = Readonly<Record<'idle' | 'ours' | 'running' | 'theirs' | 'floor', readonly Window[]>>;

/** The suite's report from a separate window, and when the first squiggle appeared there. */
async function figuresOf(port: number, workspace: string, suite: SuiteName): Promise<Window> {
  const figures: Record<string, number> = {};
  const said: string[] = [];
  let told: () => void = () => undefined;
  const activationTold = new Promise<void>(resolve => {
    told = resolve;
  });
  const code = await runInWindow({
    port,
    workspace,
    suite: suitePath(suite),
    onLine: line => {
      Object.assign(figures, JSON.parse(line));
      if ('activation' in figures) told();
    },
    onOther: (type, text) => type === 'error' && said.push(text),
    async prepare(page) {
      await page.addInitScript(watchForSquiggle);
    },
    ...(suite === 'first-script'
      ? {
          async done(page) {
            figures['seen'] = await firstSquiggle(page);
            await activationTold;
          },
        }
      : {}),
  });
  if (code !== 0) throw new Error(`${suite} ended with ${code} in VS Code:\n${said.join('\n')}`);
  return figures as unknown as Window;
}

/** Runs in the page. */
const watchForSquiggle = `
  new MutationObserver(() => {
    if (!window.firstSquiggle && document.querySelector('[class*="squiggly-"]')) window.firstSquiggle = Date.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
`;
/** Works also when the workbench reloads its page while it starts, which ends scripts in it. */
async function firstSquiggle(page: Page): Promise<number> {
  const seen = await page.waitForFunction('window.firstSquiggle', undefined, { timeout: 0 });
  return (await seen.jsonValue()) as number;
}

function print(version: string, { idle, ours, running, theirs, floor }: Windows): void {
  const activation = (windows: readonly Window[]) => median(windows.map(window => window.activation));
  const squiggle = (windows: readonly Window[]) => median(windows.map(({ opened, seen }) => seen - opened));
  const servers = Math.max(...idle.map(window => window.servers));
  const line = (name: string, figure: typeof activation) =>
    row(name, ms(figure(ours)), ms(figure(theirs)), ratio(figure(ours), figure(theirs)));
  console.log(`\nstart-up in VS Code ${version}, median of ${WINDOWS} fresh windows each`);
  row(`beside ${peerName}`, 'ours', 'theirs', 'ratio');
  row('activation by a JSON file of no concern', ms(activation(idle)));
  row('servers with that file open', String(servers));
  line('activation by a script, client included', activation);
  line('first squiggle after opening that script', squiggle);
  row('the same where a file is called after Mender', ms(squiggle(running)));
  row('of which VS Code, for what is known at once', ms(squiggle(floor)));
  row('goal: activation below 30 ms', activation(idle) < 30 ? 'met' : 'MISSED');
  row('goal: no server without a file for it', servers === 0 ? 'met' : 'MISSED');
  row('goal: first squiggle below 500 ms', squiggle(ours) < 500 ? 'met' : 'MISSED');
  row('the same where a file is called after Mender', squiggle(running) < 500 ? 'met' : 'MISSED');
}
