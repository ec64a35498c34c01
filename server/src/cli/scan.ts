/** Checks all files that the paths of a command line name. */
import { resolve, sep } from 'node:path';
import type { CheckOptions } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { whyReadInPart } from '../findings/read-in-part.ts';
import type { ArchiveLimits, Limits } from '../options/limits.ts';
import type { Covered } from '../report/baselines.ts';
import type { NamedNotChecked } from '../report/not-checked.ts';
import { isLayout } from '../workspace/archive/layout.ts';
import { type Archive, archiveName, formatOf } from '../workspace/archives.ts';
import { type CheckedFile, type Checking, checkFile, type NotChecked } from '../workspace/check-file.ts';
import { checkLink } from '../workspace/check-link.ts';
import { covering } from '../workspace/covering.ts';
import { below, type FileSystem, joined } from '../workspace/file-system.ts';
import { folderOf, nameOf } from '../workspace/paths.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { counted, type ScanProgress, scan as scanFolder } from '../workspace/scan.ts';
import type { SkippedFiles } from '../workspace/skipped-files.ts';
import { inSlices } from '../workspace/slices.ts';
import { openRoot, placeOfRoot, type Selection, whyRootLeftOut } from '../workspace/tree.ts';
import { whyChecked } from '../workspace/why.ts';
import { Excluded } from './excluded.ts';
import { Progress } from './progress.ts';
import { isCoveredIn, scanArchives } from './scan-archives.ts';
import type { CliContext } from './streams.ts';
import { uptime } from './uptime.ts';

export interface ScanOptions extends Selection {
  /** Applies unless a file of the project says otherwise. */
  readonly base: CheckOptions;
  readonly projects: ProjectFiles;
  readonly limits: Limits & ArchiveLimits;
  /** Which archives are looked into; none where their contents would have to be changed. */
  readonly archives?: 'named' | 'all' | undefined;
  /** Ids of rules; findings of others are ignored. */
  readonly rules: ReadonlySet<string> | undefined;
  readonly onBroken: Checking['onBroken'];
  /** Named files are excluded for the same reasons as found ones. */
  readonly forceExclude: boolean;
}

export interface ScanResult extends Covered<CheckedFile> {
  /**
   * Files in a known language that name Mender, in the order of their paths, which are as the user would write them.
   */
  readonly files: readonly CheckedFile[];
  readonly counts: Pick<ScanProgress, 'checked' | 'skipped'>;
  /**
   * Named paths that were not checked, as the user wrote them. Unreadable and too large files are noted with the rest.
   */
  readonly notChecked: readonly NamedNotChecked[];
}

/** A named file is checked whatever its name. A missing path does not stop the others. */
export async function scan(
  paths: readonly string[],
  given: ScanOptions,
  leftOut: SkippedFiles,
  context: CliContext,
): Promise<ScanResult> {
  const isForStrings = given.base.include?.includes('strings') === true;
  const sources = isForStrings ? await context.sources?.() : undefined;
  return scanAll(paths, { ...given, base: { ...given.base, sources } }, leftOut, context);
}

async function scanAll(
  paths: readonly string[],
  options: ScanOptions,
  leftOut: SkippedFiles,
  context: CliContext,
): Promise<ScanResult> {
  const { files, cwd } = context;
  const shown = new Progress(context);
  const optionsOf = (path: string, from?: string) => options.projects.optionsFor(path, options.base, from);
  // An empty name is no path, and not the current folder.
  const given = new Map(paths.flatMap(path => (path === '' ? [] : [[absolute(cwd, path), path]])));
  const notChecked: NamedNotChecked[] = leftOutOf(given, options, context);
  if (paths.includes('')) notChecked.push({ path: "''", kind: 'missing', why: 'not there', fails: true });
  const kinds = new Map([...given].map(([path]) => [path, files.kindOf(path)]));
  const roots = new Set([...kinds].flatMap(([path, kind]) => (kind === 'folder' ? [path] : [])));
  for (const root of roots) options.projects.addRoot(root, { isLast: false });
  const checked = new Map<string, CheckedFile>();
  const byRealPath = new Map<string, string>();
  /** A file that is reached under several names is one file; its real name is preferred. */
  const keep = (file: CheckedFile, from: string) => {
    const real = given.size > 1 && !file.isLink ? (files.realPath(file.path) ?? file.path) : file.path;
    const other = byRealPath.get(real);
    if (other !== undefined) progress.checked--;
    if (other !== undefined && file.path !== real) return;
    if (other !== undefined) checked.delete(other);
    byRealPath.set(real, file.path);
    checked.set(file.path, { ...file, path: asGiven(given.get(from)!, from, file.path) });
  };
  const archives = new Map<string, string>();
  const progress: ScanProgress = { total: 0, done: 0, checked: 0, skipped: 0 };
  for (const [path, kind] of kinds) {
    if (kind === 'folder') continue;
    const link = checkLink(files, path, optionsOf);
    if (link) keep(counted(path, link, leftOut, progress)!, path);
    else if (kind === undefined) notChecked.push(withoutContent(files, path, given.get(path)!));
    if (kind === undefined) continue;
    // The target of the link must be distinguished from it.
    const read = link ? (files.realPath(path) ?? path) : path;
    const result = checkFile(files, read, options.limits.fileSize, {
      checkOptions: optionsOf,
      limits: options.limits,
      onBroken: options.onBroken,
    });
    if (typeof result === 'string' && formatOf(result as Archive)) {
      if (options.archives) archives.set(read, given.get(path)!);
      const why = `${archiveName(result)}, in which nothing can be fixed; \`mender-lint check\` looks into it`;
      if (!options.archives) notChecked.push({ path: given.get(path)!, kind: 'not-read', why, fails: true });
      continue;
    }
    if (typeof result === 'string' && isToSay(result)) {
      const { why } = whyChecked(files, undefined, read, {
        limit: options.limits.fileSize,
        include: options.base.include,
        projectWords: optionsOf(path).custom?.words,
      });
      notChecked.push({ path: given.get(path)!, kind: 'not-read', why, fails: true });
    }
    const file = counted(read, result, leftOut, progress);
    if (file) keep(file, path);
  }
  const folderOptions = { ...options, include: options.base.include, roots, checkOptions: optionsOf };
  const opened = [...roots].map(root => openRoot(files, root, options));
  for (const root of opened) {
    const why = whyRootLeftOut(root);
    if (why !== undefined) {
      notChecked.push({ path: given.get(root.path)!, kind: 'excluded', why, fails: false });
      continue;
    }
    const onArchive = (path: string) => void archives.set(path, asGiven(given.get(root.path)!, root.path, path));
    const withArchives = options.archives === 'all' ? { ...folderOptions, onArchive } : folderOptions;
    if (options.archives && isLayout(files, root.path)) archives.set(root.path, given.get(root.path)!);
    const steps = scanFolder(files, placeOfRoot(root), withArchives, leftOut, progress);
    const take = (file: CheckedFile | undefined) => {
      if (file) keep(file, root.path);
    };
    await inSlices(steps, take, { between: () => shown.show(progress), now: uptime });
  }
  shown.clear();
  const inArchives = await scanArchives(archives, options, leftOut, progress, context);
  for (const file of inArchives.files) checked.set(file.document.path, file);
  const isSeen = (path: string) => given.has(path) || checked.has(path);
  const isCovered = covering(files, isSeen, opened, options.base.include, leftOut);
  const inOrder = [...checked.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: inOrder.map(file => ({ ...file, findings: ofRules(file.findings, options.rules) })),
    counts: { checked: progress.checked, skipped: progress.skipped },
    notChecked: [...notChecked, ...inArchives.notChecked, ...inOrder.flatMap(file => readInPart(file, given))],
    covers: path => isCoveredIn(inArchives.whole, path, files) ?? isCovered(path),
  };
}

/** Nothing, or a device, a pipe or a socket. */
function withoutContent(files: FileSystem, path: string, name: string): NamedNotChecked {
  const isOther = files.list(folderOf(path))?.some(each => each.name === nameOf(path) && each.kind === 'other');
  return isOther
    ? { path: name, kind: 'not-read', why: 'neither a file nor a folder', fails: true }
    : { path: name, kind: 'missing', why: 'not there', fails: true };
}

/** Removes excluded paths from the named ones. */
function leftOutOf(given: Map<string, string>, options: ScanOptions, { files, cwd }: CliContext): NamedNotChecked[] {
  if (!options.forceExclude) return [];
  const excluded = new Excluded(files, absolute(cwd, '.'), options);
  return [...given].flatMap(([path, name]) => {
    const why = files.kindOf(path) && excluded.why(path);
    if (why === undefined) return [];
    given.delete(path);
    return [{ path: name, kind: 'left-out' as const, why, fails: false }];
  });
}

function ofRules(findings: readonly Finding[], rules: ReadonlySet<string> | undefined): readonly Finding[] {
  return rules ? findings.filter(({ rule }) => rules.has(rule)) : findings;
}

function readInPart({ path, document }: CheckedFile, given: ReadonlyMap<string, string>): NamedNotChecked[] {
  const why = whyReadInPart(document);
  return why === undefined ? [] : [{ path, kind: 'in-part', why, fails: given.has(document.path) }];
}

/** Whether silence about a named file would be mistaken for a clean one, and nothing else reports it. */
function isToSay(result: NotChecked): boolean {
  return (
    result === 'binary' ||
    result === 'not-read' ||
    result.startsWith('not-included') ||
    archiveName(result) !== undefined
  );
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
