/** Runs the command line in this process, in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import type { FileSystem } from '../../server/src/workspace/file-system.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function command(...args: string[]): Promise<Ran> {
  return commandOn(nodeFiles, ...args);
}

/** `out` has one character a byte where the text is no UTF-8. */
export async function commandOn(files: FileSystem, ...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const surroundings = {
    files,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const code = await run(args, surroundings, { serve: () => Promise.resolve() });
  return { code, out, err };
}

/** A folder with these files, and the current one while `use` runs. */
export async function inFolder<Result>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-'));
  const before = process.cwd();
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    process.chdir(folder);
    return await use(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}
