/** Writes a file for a command, or says why it was not changed. */
import type { FileContent, Refusal } from '../workspace/file-system.ts';
import { say } from './say.ts';
import type { CliContext } from './streams.ts';

export interface FileToWrite {
  /** As the user would write it. */
  readonly path: string;
  /** Without links; undefined when nothing is there any more. */
  readonly realPath: string | undefined;
  /** The text that was read; undefined when there was no such file. */
  readonly before: FileContent | undefined;
}

/** Whether it was written; if not, the command fails at its end. */
export async function writeFile(
  { path, realPath, before }: FileToWrite,
  after: FileContent,
  context: CliContext,
): Promise<boolean> {
  try {
    const written = realPath === undefined ? 'changed' : await context.files.write(realPath, before, after);
    if (written !== 'written') say(context, `mender-lint: ${path} is left as it was: ${reasons[written]}`);
    return written === 'written';
  } catch (error) {
    say(context, `mender-lint: cannot write ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
    return false;
  }
}

const reasons: Readonly<Record<Refusal, string>> = {
  changed: 'it has changed since it was checked; run again',
  name: 'its path is not UTF-8; rename it',
  'hard-links': 'it has other names (hard links), which would keep the old text',
  'read-only': 'it is read-only for its owner',
  owner: 'its owner, group and mode cannot be kept',
  'group-permissions':
    'its group may do what others may not, which may come from an access control list that cannot be kept; ' +
    'with a umask that gives new files its mode it is written',
};
