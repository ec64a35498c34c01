/** Fetches all files that a scan of a place will need, where they are not local. */
import type { FileSystem } from '../../workspace/file-system.ts';
import { type ScanOptions, scan } from '../../workspace/scan.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { inSlices } from '../../workspace/slices.ts';
import { Folders, type Root } from '../../workspace/tree.ts';
import type { Session } from '../session.ts';

export interface ToFetch {
  readonly root: Root;
  /** At it and below. */
  readonly path: string;
  readonly options: ScanOptions;
  readonly signal: AbortSignal;
}

/** Runs scans without a check, each of which gets as far as the files found by the one before. */
export async function fetchFiles(
  { scheduler, settled }: Session,
  files: FileSystem,
  { root, path, options, signal }: ToFetch,
): Promise<void> {
  if (!files.away) return;
  const { checkOptions, limits, include, roots } = options;
  const dry: ScanOptions = { checkOptions, limits, include, roots, isKnown: () => true };
  const look = async () => {
    const place = new Folders(files, root).place(path);
    if (typeof place === 'string') return;
    const steps = scan(files, place, dry, new SkippedFiles(), { total: 0, done: 0, checked: 0, skipped: 0 });
    await inSlices(steps, () => undefined, { signal, letIn: () => scheduler.yieldToRequests() });
  };
  await settled(look, signal);
}
