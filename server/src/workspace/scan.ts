/** Checks all files at and below a place, in small steps: the caller may stop between any two of them. */

import { mentionIn } from '../findings/mention.ts';
import { optInOf, selectByName } from '../languages/select-by-name.ts';
import { type CheckedFile, type Checking, checkCandidate, checkFile, type NotChecked } from './check-file.ts';
import { checkLink } from './check-link.ts';
import { FileQueue, type ToRead } from './file-queue.ts';
import { below, type FileSystem, joined } from './file-system.ts';
import { FileFinder, type FindOptions } from './find-files.ts';
import { FolderQueue } from './folder-queue.ts';
import { nameOf } from './paths.ts';
import { ScanWorker } from './scan-worker.ts';
import type { SkippedFiles } from './skipped-files.ts';
import { type Place, whyFileLeftOut } from './tree.ts';

export interface ScanOptions extends FindOptions, Omit<Checking, 'limits'> {
  /** Whether another holder of a file's text looks after it: it is skipped. */
  readonly isHeld?: (path: string) => boolean;
  /** Receives symlinks to files outside of all roots, and their targets. */
  readonly onLinkOutside?: (link: string, target: string) => void;
}

export interface ScanProgress {
  /** Files to open; grows until all folders are listed. */
  total: number;
  /** Files that have been opened, or could not be. */
  done: number;
  /** Of these, the files that have their findings, also if these are none because they do not mention Mender. */
  checked: number;
  /** Files skipped because of their name, the user's settings, or their content. */
  skipped: number;
}

/**
 * Yields the files that were checked, undefined after each other step, and a promise that must resolve before it can
 * continue.
 */
export function* scan(
  files: FileSystem,
  start: Place,
  options: ScanOptions,
  leftOut: SkippedFiles,
  progress: ScanProgress,
): Generator<CheckedFile | Promise<void> | undefined> {
  const { fileSize } = options.limits;
  const kept = (path: string, result: CheckedFile | NotChecked) => counted(path, result, leftOut, progress);
  const check = function* ({ rules, names, isOptional }: ToRead) {
    for (const name of names) {
      const path = joined(rules.path, name);
      if (options.isHeld?.(path)) continue;
      const result = checkCandidate(files, rules, name, fileSize, options);
      yield kept(path, isOptional ? asOptional(name, result) : result);
    }
  };
  const linked = new Set<string>();
  const help = new ScanWorker(files);
  const folders = new FolderQueue(files, help, start);
  const finder = new FileFinder(files, folders, options, leftOut);
  const waiting = new FileQueue(help, fileSize, ({ silent, unread }) => {
    progress.done += silent.optional + silent.others;
    progress.checked += silent.others;
    progress.skipped += silent.optional;
    for (const [path, why] of unread) kept(path, why);
  });
  try {
    for (;;) {
      for (let found = finder.next(); found; found = finder.next()) {
        const { folder, names, optional, links, others } = found;
        progress.total += names.length + optional.length + links.length;
        progress.skipped += others;
        for (const name of links) if (whyFileLeftOut(folder, name) === undefined) linked.add(joined(folder.path, name));
        waiting.add(found);
        for (const due of waiting.due()) yield* check(due);
        yield undefined;
      }
      const next = waiting.next();
      const answered = help.answered();
      if (next) yield* check(next);
      else if (answered) yield answered;
      else break;
    }
  } finally {
    help.close();
  }
  for (const path of linked) {
    const link = options.isHeld?.(path) ? undefined : checkLink(files, path, options.checkOptions);
    if (link) yield kept(path, link);
  }
  for (const path of filesOutside(files, linked, options)) {
    if (!options.isHeld?.(path)) yield kept(path, checkFile(files, path, fileSize, options));
  }
}

/** Notes the result for a file, and returns it if it was checked. */
export function counted(
  path: string,
  result: CheckedFile | NotChecked,
  leftOut: SkippedFiles,
  progress: ScanProgress,
): CheckedFile | undefined {
  progress.done++;
  if (typeof result !== 'string' || result === 'without-words' || result === 'known') progress.checked++;
  else progress.skipped++;
  if (typeof result !== 'string') return result;
  leftOut.note(path, result);
  return undefined;
}

/**
 * The report for a file that was read only to be reported. Its first line may make it a script whatever its extension.
 */
function asOptional(name: string, result: CheckedFile | NotChecked): NotChecked {
  if (typeof result === 'string') return result.startsWith('not-included') ? result : 'other-language';
  const optIn = optInOf(name);
  return optIn && mentionIn(result.content.text) !== undefined ? `not-included: ${optIn}` : 'other-language';
}

/**
 * The targets of links, each once. Files below a root are found there, unless they are excluded, which holds for links
 * to them, too.
 */
function filesOutside(
  files: FileSystem,
  links: Iterable<string>,
  { roots, include, onLinkOutside }: ScanOptions,
): ReadonlySet<string> {
  const insides = [...roots].map(root => files.realPath(root) ?? root);
  const outside = new Set<string>();
  for (const link of links) {
    const path = fileOutside(files, link, insides, include);
    if (path === undefined) continue;
    outside.add(path);
    onLinkOutside?.(link, path);
  }
  return outside;
}

/**
 * The real path of the target of a link to a file; undefined when it is below one of the folders, or its name excludes
 * it.
 */
export function fileOutside(
  files: FileSystem,
  link: string,
  folders: readonly string[],
  include: FindOptions['include'],
): string | undefined {
  const path = files.realPath(link);
  if (path === undefined || folders.some(folder => below(folder, path) !== undefined)) return undefined;
  return selectByName(nameOf(path), include) !== 'skip' && files.kindOf(path) === 'file' ? path : undefined;
}
