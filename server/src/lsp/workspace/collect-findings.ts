/** Collects the findings of files, whether they are shown or not, and in a baseline or not. */
import { type CheckOptions, withoutBaseline } from '../../findings/check.ts';
import type { CheckedFile, OptionsOf } from '../../workspace/check-file.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import { type ScanOptions, type ScanProgress, scan } from '../../workspace/scan.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { inSlices } from '../../workspace/slices.ts';
import type { Place } from '../../workspace/tree.ts';

export interface Collecting {
  /** Ends it early, silently. */
  readonly signal: AbortSignal;
  /** Whether the text of a file is held elsewhere: it is not read. */
  readonly isHeld: (path: string) => boolean;
  /** Findings in a baseline are excluded, too. */
  readonly newOnly?: boolean;
  /** Skipped files are noted, and checked files counted. */
  readonly noted?: { readonly leftOut: SkippedFiles; readonly progress: ScanProgress };
  /** Receives the options with which it was checked, too. */
  readonly take: (file: CheckedFile, options: CheckOptions) => void;
}

export async function collectFindings(
  files: FileSystem,
  place: Place,
  options: ScanOptions,
  { signal, isHeld, newOnly = false, noted = unnoted(), take }: Collecting,
): Promise<void> {
  const checkOptions: OptionsOf = newOnly
    ? options.checkOptions
    : (path, from) => withoutBaseline(options.checkOptions(path, from));
  const steps = scan(files, place, { ...options, checkOptions, isHeld }, noted.leftOut, noted.progress);
  await inSlices(steps, file => file && take(file, file.options), { signal });
}

function unnoted(): Required<Collecting>['noted'] {
  return { leftOut: new SkippedFiles(), progress: { total: 0, done: 0, checked: 0, skipped: 0 } };
}
