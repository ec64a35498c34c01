/**
 * Another editor on the demo tree: a snippet of docs/editors.md is its configuration, `mender-lint` is in its PATH, and
 * a driver in the editor's own language prints what it shows. The command line says what it should show.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../support/build.ts';
import { demoWorkspace } from '../host/demo-workspace.ts';

/** Line, counted from 1, and rule. */
export type Shown = readonly [line: number, rule: string];

/** The output of a driver. */
export interface Seen {
  /** The editor's language, by the path of a file. */
  readonly languages: Readonly<Record<string, string>>;
  /** By the path of a file, open or not. */
  readonly diagnostics: Readonly<Record<string, readonly Shown[]>>;
  /** The open file after all safe fixes. */
  readonly fixed: string;
}

export interface Wanted extends Omit<Seen, 'languages'> {
  readonly total: number;
}

/** The file that is opened. */
export const OPENED = 'scripts/provision.sh';

/**
 * Something right for a newer release and wrong for this one: finding it proves that the setting of the snippet was
 * read.
 */
const TARGET = '4.0';
const ofNewerReleases = 'mender-update --datastore /data/mender install app.mender\n';

/** Files of each kind that the snippets assign a language to: the text of some of them does not show it. */
const samples: Readonly<Record<string, string>> = {
  'tools/datastore.sh': ofNewerReleases,
  'etc/mender/mender.conf.demo': '{\n}\n',
  'state-scripts/Download_Enter_00': '',
  'state-scripts/Idle_Enter_10_agent': 'exit 0\n',
  'state-scripts/Sync_Leave_00': '#!/usr/bin/env python3\n',
};

/** Files of the demo tree whose language is tested, too. */
const ofDemo = [
  'etc/mender/mender.conf',
  'systemd/product-agent.service',
  'systemd/mender-client.service.d/debug.conf',
  'state-scripts/ArtifactInstall_Enter_00',
  'modules/v3/app-bundle',
];

const cli = join(root, 'dist/cli.cjs');

/** The snippet of docs/editors.md with this name, with the target of the test. */
export function snippet(name: string): string {
  const text = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const found = new RegExp(`<!-- snippet: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1];
  if (found === undefined) throw new Error(`docs/editors.md has no snippet ${name}`);
  const changed = found.replace(/(['"])5\.1\1/, `$1${TARGET}$1`);
  if (changed === found) throw new Error(`the snippet ${name} of docs/editors.md sets no target`);
  return changed;
}

export class OtherEditor {
  readonly #scratch = mkdtempSync(join(tmpdir(), 'other-editor-'));
  readonly workspace = join(this.#scratch, 'project');
  readonly home = join(this.#scratch, 'home');
  #running: ChildProcess | undefined;
  #wanted: Wanted | undefined;

  constructor() {
    mkdirSync(this.home);
    demoWorkspace(this.workspace);
    for (const [path, text] of Object.entries(samples)) write(join(this.workspace, path), text);
    const program = write(
      join(this.#scratch, 'bin/mender-lint'),
      `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`,
    );
    chmodSync(program, 0o755);
  }

  /** Writes a file of the user's, such as the configuration; returns its path. */
  write(path: string, text: string): string {
    return write(join(this.home, path), text);
  }

  /** What the command line finds and fixes. */
  wanted(): Wanted {
    this.#wanted ??= this.#ask();
    return this.#wanted;
  }

  #ask(): Wanted {
    const check = [cli, 'check', '--exit-zero', '--format', 'json', '--target', TARGET, '.'];
    const report = JSON.parse(execFileSync(process.execPath, check, { cwd: this.workspace, encoding: 'utf8' }));
    const diagnostics: Record<string, Shown[]> = {};
    for (const { path, start, rule } of report.findings) {
      diagnostics[path] ??= [];
      diagnostics[path].push([start.line, rule]);
    }
    const copy = join(this.#scratch, 'fixed');
    cpSync(this.workspace, copy, { recursive: true });
    const fix = [cli, 'fix', '--exit-zero', '--quiet', '--target', TARGET, OPENED];
    execFileSync(process.execPath, fix, { cwd: copy, stdio: 'ignore' });
    return { diagnostics, total: report.findings.length, fixed: readFileSync(join(copy, OPENED), 'utf8') };
  }

  /** Runs it until it ends by itself, which its driver causes. */
  async run(program: string, args: readonly string[]): Promise<Seen> {
    const seen = join(this.#scratch, 'seen.json');
    const { total, diagnostics } = this.wanted();
    const child = spawn(program, args, {
      cwd: this.workspace,
      // For a terminal this is the typed text: it is empty, but does not end.
      stdio: 'pipe',
      env: {
        ...process.env,
        HOME: this.home,
        XDG_CONFIG_HOME: join(this.home, '.config'),
        XDG_DATA_HOME: join(this.home, '.local/share'),
        XDG_STATE_HOME: join(this.home, '.local/state'),
        XDG_CACHE_HOME: join(this.home, '.cache'),
        PATH: `${join(this.#scratch, 'bin')}:${process.env['PATH']}`,
        TERM: 'xterm-256color',
        MENDER_LINT_SEEN: seen,
        MENDER_LINT_OPENED: OPENED,
        MENDER_LINT_TOTAL: String(total),
        MENDER_LINT_OPENED_TOTAL: String(diagnostics[OPENED]!.length),
        MENDER_LINT_SAMPLES: [...Object.keys(samples), ...ofDemo].join(':'),
      },
    });
    this.#running = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}`);
    return JSON.parse(readFileSync(seen, 'utf8'));
  }

  /** Ends one that is still waiting for something. */
  close(): void {
    this.#running?.kill('SIGKILL');
    rmSync(this.#scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
