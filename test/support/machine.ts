/** A separate folder for other programs: with `mender-lint` among the programs, which runs the bundle. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './build.ts';

export interface Exit {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Machine {
  /** Where the files are and programs run. */
  readonly folder: string;
  /** Another folder, outside of that one. */
  readonly temporary: string;
  /** Puts a script among the programs. */
  readonly install: (program: string, script: string) => void;
  readonly run: (program: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Exit;
}

/** The machine exists while `use` runs. */
export function onMachine<Result>(files: Readonly<Record<string, string>>, use: (machine: Machine) => Result): Result {
  const base = mkdtempSync(join(tmpdir(), 'mender-lint-machine-'));
  const [programs, folder, temporary] = ['bin', 'work', 'tmp'].map(name => join(base, name)) as [
    string,
    string,
    string,
  ];
  try {
    for (const each of [programs, folder, temporary]) mkdirSync(each);
    write(folder, files);
    const install = (program: string, script: string) =>
      writeFileSync(join(programs, program), script, { mode: 0o755 });
    install('mender-lint', `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.cjs')}' "$@"\n`);
    return use({ folder, temporary, install, run: runner(programs, folder, base) });
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** A path that ends with a slash is an empty folder. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    const isFolder = path.endsWith('/');
    mkdirSync(join(folder, isFolder ? path : dirname(path)), { recursive: true });
    if (!isFolder) writeFileSync(join(folder, path), content);
  }
}

function runner(programs: string, cwd: string, home: string): Machine['run'] {
  const PATH = [programs, dirname(process.execPath), process.env['PATH']].join(delimiter);
  return (program, args, env = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      // Nothing of the user who runs the tests: neither options of git, nor the number of an annotation.
      env: { PATH, HOME: home, LC_ALL: 'C.UTF-8', ...env },
    });
    if (error) throw error;
    return { code: status, out: stdout, err: stderr };
  };
}
