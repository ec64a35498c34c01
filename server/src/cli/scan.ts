/** Checks all files that the paths of a command line name. */
import { resolve, sep } from 'node:path';
import { chooseByName } from '../document/choose.ts';
import type { CheckOptions } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import type { Limits } from '../options/limits.ts';
import { type CheckedFile, checkFile } from '../workspace/check-file.ts';
import { below, joined } from '../workspace/file-system.ts';
import type { LeftOut } from '../workspace/left-out.ts';
import { folderOf, nameOf } from '../workspace/paths.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { counted, type ScanProgress, scan as scanFolder } from '../workspace/scan.ts';
import { inSlices } from '../workspace/slices.ts';
import { Folders, openRoot, placeOfRoot, type Root, type Selection, whyFileLeftOut } from '../workspace/tree.ts';
import type { Surroundings } from './streams.ts';

export interface ScanOptions extends Selection {
  /** Holds as far as no file of the project says otherwise. */
  readonly base: CheckOptions;
  readonly projects: ProjectFiles;
  readonly limits: Limits;
  /** Ids of rules; findings of others are not looked at. */
  readonly rules: ReadonlySet<string> | undefined;
}

export interface Scanned {
  /** Files of a known language that name Mender, in the order of their paths, which are as the user would write them. */
  readonly files: readonly CheckedFile[];
  readonly counts: Pick<ScanProgress, 'checked' | 'skipped'>;
  /** Whether a file, by its absolute path, was looked at if it is there. */
  readonly covers: (path: string) => boolean;
}

/** Rejects when a path does not exist. A file that is named is checked whatever its name. */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  leftOut: LeftOut,
  { files, cwd }: Surroundings,
): Promise<Scanned> {
  const optionsOf = (path: string, from?: string) => options.projects.optionsFor(path, options.base, from);
  const given = new Map(paths.map(path => [absolute(cwd, path), path]));
  const kinds = new Map([...given].map(([path, shown]) => [path, kindOf(files, path, shown)]));
  const roots = new Set([...kinds].flatMap(([path, kind]) => (kind === 'folder' ? [path] : [])));
  for (const root of roots) options.projects.addRoot(root, { isLast: false });
  const checked = new Map<string, CheckedFile>();
  const byRealPath = new Map<string, string>();
  /** What is come to by several names is one file, of which the real name is best. */
  const keep = (file: CheckedFile, from: string) => {
    const real = given.size > 1 ? (files.realPath(file.path) ?? file.path) : file.path;
    const other = byRealPath.get(real);
    if (other !== undefined) progress.checked--;
    if (other !== undefined && file.path !== real) return;
    if (other !== undefined) checked.delete(other);
    byRealPath.set(real, file.path);
    checked.set(file.path, { ...file, path: asGiven(given.get(from)!, from, file.path) });
  };
  const progress: ScanProgress = { total: 0, done: 0, checked: 0, skipped: 0 };
  for (const [path, kind] of kinds) {
    if (kind !== 'file') continue;
    const file = counted(
      path,
      checkFile(files, path, options.limits.fileSize, { checkOptions: optionsOf }),
      leftOut,
      progress,
    );
    if (file) keep(file, path);
  }
  const folderOptions = { ...options, include: options.base.include, roots, checkOptions: optionsOf };
  const opened = [...roots].map(root => openRoot(files, root, options));
  for (const root of opened) {
    await inSlices(scanFolder(files, placeOfRoot(root), folderOptions, leftOut, progress), file => {
      if (file) keep(file, root.path);
    });
  }
  const inOrder = [...checked.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: inOrder.map(file => ({ ...file, findings: ofRules(file.findings, options.rules) })),
    counts: { checked: progress.checked, skipped: progress.skipped },
    covers: covering(files, path => given.has(path) || checked.has(path), opened, options.base.include, leftOut),
  };
}

/** A file that is not there is known to be gone; one that is there was looked at unless something leaves it out. */
function covering(
  files: Surroundings['files'],
  wasSeen: (path: string) => boolean,
  roots: readonly Root[],
  include: CheckOptions['include'],
  leftOut: LeftOut,
): Scanned['covers'] {
  const foldersByRoot = roots.map(root => ({ root, folders: new Folders(files, root) }));
  const isSelected = (folders: Folders, path: string) => {
    const folder = folders.open(folderOf(path));
    return typeof folder !== 'string' && whyFileLeftOut(folder, nameOf(path)) === undefined;
  };
  return path => {
    if (wasSeen(path)) return !leftOut.isNoted(path);
    const around = foldersByRoot.filter(({ root }) => below(root.path, path) !== undefined);
    if (around.length === 0 || files.kindOf(path) !== 'file') return around.length > 0;
    if (leftOut.has('files') || leftOut.has('folders') || leftOut.isNoted(path)) return false;
    return chooseByName(nameOf(path), include) !== 'no' && around.some(({ folders }) => isSelected(folders, path));
  };
}

function ofRules(findings: readonly Finding[], rules: ReadonlySet<string> | undefined): readonly Finding[] {
  return rules ? findings.filter(({ rule }) => rules.has(rule)) : findings;
}

function kindOf(files: Surroundings['files'], path: string, given: string): 'file' | 'folder' {
  const kind = files.kindOf(path);
  if (!kind) throw new Error(`no such file or folder: ${given}`);
  return kind;
}

export function absolute(cwd: string, path: string): string {
  return resolve(cwd, path).replaceAll(sep, '/');
}

function asGiven(given: string, root: string, path: string): string {
  const plain = given
    .replaceAll(sep, '/')
    .replace(/^(?:\.\/)+(?=.)/, '')
    .replace(/(?<=.)\/+$/, '');
  if (path === root) return plain;
  const relative = below(root, path);
  return relative === undefined ? path : plain === '.' ? relative : joined(plain, relative);
}
