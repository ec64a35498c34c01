/**
 * Checks the contents of archives, and reports what in them is not read: a requested archive is read completely, or
 * reported as incomplete.
 */
import type { CheckOptions } from '../findings/check.ts';
import type { ArchiveLimits, Limits } from '../options/limits.ts';
import type { NamedNotChecked } from '../report/not-checked.ts';
import { checkArchive, pathInside } from '../workspace/archive/check-archive.ts';
import { INSIDE } from '../workspace/archive/members.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { matching } from '../workspace/globs.ts';
import { nameOf } from '../workspace/paths.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { counted, type ScanProgress } from '../workspace/scan.ts';
import type { SkippedFiles } from '../workspace/skipped-files.ts';
import type { CliContext } from './streams.ts';

interface Options {
  readonly base: CheckOptions;
  readonly projects: ProjectFiles;
  readonly limits: Limits & ArchiveLimits;
  readonly exclude: readonly string[];
}

export interface ScannedArchives {
  readonly files: readonly CheckedFile[];
  readonly notChecked: readonly NamedNotChecked[];
  /** Absolute paths of those that were read completely. */
  readonly whole: ReadonlySet<string>;
}

/** `archives`: as the user would write them, by their absolute paths. */
export async function scanArchives(
  archives: ReadonlyMap<string, string>,
  { base, projects, limits, exclude }: Options,
  leftOut: SkippedFiles,
  progress: ScanProgress,
  context: CliContext,
): Promise<ScannedArchives> {
  const files: CheckedFile[] = [];
  const notChecked: NamedNotChecked[] = [];
  const whole = new Set<string>();
  const decoders = archives.size > 0 ? await context.archives?.() : undefined;
  const isExcluded = matching(exclude);
  for (const [path, shown] of archives) {
    if (!decoders) {
      notChecked.push({ path: shown, kind: 'not-read', why: 'an archive', fails: true });
      continue;
    }
    const before = notChecked.length;
    const { members, silent } = await checkArchive(context.files, decoders, path, {
      limits,
      checkOptions: (file, from) => projects.optionsFor(file, base, from),
      isLeftOut: name => isExcluded(`${nameOf(path)}/${name}`) || projects.isExcluded(pathInside(path, name)),
    });
    progress.done += silent;
    progress.checked += silent;
    for (const { name, result } of members) {
      const place = name === '' ? shown : `${shown}${INSIDE}${name}`;
      if (typeof result === 'object' && 'kind' in result) notChecked.push({ path: place, ...result, fails: true });
      else {
        const file = counted(place, result, leftOut, progress);
        if (file) files.push({ ...file, path: place });
      }
    }
    if (notChecked.length === before) whole.add(path);
  }
  return { files, notChecked, whole };
}

/** Whether a path is in an archive that was read completely; undefined when it is in no existing one. */
export function isCoveredIn(whole: ReadonlySet<string>, path: string, files: FileSystem): boolean | undefined {
  for (let at = path.indexOf(`${INSIDE}/`); at > 0; at = path.indexOf(`${INSIDE}/`, at + 1)) {
    const archive = path.slice(0, at);
    if (whole.has(archive)) return true;
    if (files.kindOf(archive) === 'file') return false;
  }
  return undefined;
}
