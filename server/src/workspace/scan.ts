/** Checks all files at and below a place, in small steps: who drives it may stop between any two of them. */
import { chooseByName } from '../document/choose.ts';
import { type CheckedFile, checkCandidate, checkFile, type NotChecked, type OptionsOf } from './check-file.ts';
import { below, type FileSystem, joined } from './file-system.ts';
import { type Candidates, type FindOptions, findFiles } from './find-files.ts';
import type { LeftOut } from './left-out.ts';
import { nameOf } from './paths.ts';
import type { FolderRules, Place } from './tree.ts';

export interface ScanOptions extends FindOptions {
  readonly checkOptions: OptionsOf;
  /** Folders with a smaller number are checked before others; all are alike when it is missing. */
  readonly distance?: (folder: string) => number;
  /** Whether somebody else holds the text of a file, and looks after it: it is left out. */
  readonly isHeld?: (path: string) => boolean;
}

export interface ScanProgress {
  /** Files that are to be opened; grows until all folders are listed. */
  total: number;
  /** Files that have been opened, or could not be. */
  done: number;
  /** Of these, the files that have their findings, which are none for those that are silent about Mender. */
  checked: number;
  /** Files left out for their name, for what the user says, or for what is in them. */
  skipped: number;
}

/** Gives the files that were checked, and undefined after each other step. */
export function* scan(
  files: FileSystem,
  start: Place,
  options: ScanOptions,
  leftOut: LeftOut,
  progress: ScanProgress,
): Generator<CheckedFile | undefined> {
  const found: Kept[] = [];
  for (const candidates of findFiles(files, start, options, leftOut)) {
    const number = candidates.names.length + candidates.links.length;
    progress.total += number;
    progress.skipped += candidates.others;
    if (number > 0) found.push(packed(candidates));
    yield undefined;
  }
  sortByDistance(found, options.distance);
  const kept = (path: string, result: CheckedFile | NotChecked) => counted(path, result, leftOut, progress);
  const { fileSize } = options.limits;
  const linked = new Set<string>();
  for (const { folder, names, links } of found) {
    for (const name of unpacked(names)) {
      const path = joined(folder.path, name);
      if (!options.isHeld?.(path))
        yield kept(path, checkCandidate(files, folder, name, fileSize, options.checkOptions));
    }
    for (const name of unpacked(links)) linked.add(joined(folder.path, name));
  }
  for (const path of realFilesOutside(files, linked, options)) {
    if (!options.isHeld?.(path)) yield kept(path, checkFile(files, path, fileSize, options.checkOptions));
  }
}

/** Notes what became of a file, and gives it when it was checked. */
export function counted(
  path: string,
  result: CheckedFile | NotChecked,
  leftOut: LeftOut,
  progress: ScanProgress,
): CheckedFile | undefined {
  progress.done++;
  if (typeof result !== 'string' || result === 'without-words') progress.checked++;
  else progress.skipped++;
  if (typeof result !== 'string') return result;
  if (result === 'too-large') leftOut.add('fileSize');
  if (result === 'unreadable' || result === 'broken') leftOut[result].push(path);
  return undefined;
}

/** Candidates as they wait: half a million names take a third of the memory in one string a folder. */
interface Kept {
  readonly folder: FolderRules;
  readonly names: string;
  readonly links: string;
}

function packed({ folder, names, links }: Candidates): Kept {
  return { folder, names: names.join('/'), links: links.join('/') };
}

function unpacked(names: string): readonly string[] {
  return names === '' ? [] : names.split('/');
}

function sortByDistance(found: Kept[], distance: ScanOptions['distance']): void {
  if (!distance) return;
  const distances = new Map(found.map(({ folder: { path } }) => [path, distance(path)]));
  found.sort((a, b) => distances.get(a.folder.path)! - distances.get(b.folder.path)!);
}

/** What links lead to, each once. Files below a root are found there, unless they are left out, and that holds for links to them too. */
function realFilesOutside(
  files: FileSystem,
  links: Iterable<string>,
  { roots, include }: FindOptions,
): ReadonlySet<string> {
  const insides = [...roots].map(root => files.realPath(root) ?? root);
  const outside = new Set<string>();
  for (const link of links) {
    const path = files.realPath(link);
    if (path === undefined || insides.some(root => below(root, path) !== undefined)) continue;
    if (chooseByName(nameOf(path), include) !== 'no' && files.kindOf(path) === 'file') outside.add(path);
  }
  return outside;
}
