/** Runs the command line in this process, as if in a separate folder: all tests share the folder of the process. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import type { CliContext } from '../../server/src/cli/streams.ts';
import { archiveDecoders } from '../../server/src/host/archive-decoders.ts';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { sourceReader } from '../../server/src/sources.ts';
import type { WritableFileSystem } from '../../server/src/workspace/file-system.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Command = (...args: string[]) => Promise<Ran>;

/** For commands that need no folder: this one does not exist. */
export const command: Command = commandIn('/nowhere');

/** The surroundings of a command line, as far as a test sets them. */
export type Around = Partial<Omit<CliContext, 'files' | 'cwd' | 'out' | 'err'>>;

/**
 * The command line in a folder, on the files of the machine or on others. `out` has one character for each byte where
 * the text is not UTF-8.
 */
export function commandIn(cwd: string, files: WritableFileSystem = nodeFiles, around: Around = {}): Command {
  return async (...args) => {
    let out = '';
    let err = '';
    const context = {
      files,
      archives: () => Promise.resolve(archiveDecoders),
      sources: () => Promise.resolve(sourceReader),
      cwd,
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        err += text;
      },
      input: () => Promise.reject(new Error('nothing is typed here')),
      env: {},
      terminals: {},
      now: () => 0,
      ...around,
    };
    const code = await run(args, context, { serve: () => Promise.resolve() });
    return { code, out, err };
  };
}

/** A folder with these files while `use` runs, and the command line in it. */
export async function inFolder<Result>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string, command: Command) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder, commandIn(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
