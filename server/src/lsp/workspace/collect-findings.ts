/** Collects the findings of files, whatever is shown or known of them. */
import { type CheckOptions, withoutBaseline } from '../../findings/check.ts';
import type { CheckedFile, OptionsOf } from '../../workspace/check-file.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import { type ScanOptions, type ScanProgress, scan } from '../../workspace/scan.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { inSlices } from '../../workspace/slices.ts';
import type { Place } from '../../workspace/tree.ts';

export interface Collecting {
  /** Ends it early, without a word. */
  readonly signal: AbortSignal;
  /** Whether somebody else holds the text of a file: it is not read. */
  readonly isHeld: (path: string) => boolean;
  /** What a baseline knows is not found either. */
  readonly newOnly?: boolean;
  /** What is left out is noted, and what is checked counted. */
  readonly noted?: { readonly leftOut: SkippedFiles; readonly progress: ScanProgress };
  /** With the options that it was checked with. */
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
