/** Checks all files below the paths of a command line. */
import type { CheckOptions } from '../findings/check.ts';
import { type CheckedFile, checkFile } from '../workspace/check-file.ts';
import { findFiles } from '../workspace/find-files.ts';
import type { Surroundings } from './streams.ts';

export interface ScanCounts {
  checked: number;
  skipped: number;
}

/** Files are given as they are checked, with paths as the user would write them. Throws when a path does not exist. */
export async function* scan(
  paths: readonly string[],
  options: CheckOptions,
  counts: ScanCounts,
  { files }: Surroundings,
): AsyncGenerator<CheckedFile> {
  for (const path of paths) {
    if (!(await files.kindOf(path))) throw new Error(`no such file or folder: ${path}`);
  }
  for await (const path of findFiles(files, paths.map(normal))) {
    const checked = await checkFile(files, path, options);
    if (!checked) {
      counts.skipped++;
      continue;
    }
    counts.checked++;
    yield checked;
  }
}

function normal(path: string): string {
  const forward = path.replaceAll('\\', '/').replace(/^(?:\.\/)+(?=.)/, '');
  return forward.length > 1 ? forward.replace(/\/+$/, '') : forward;
}
