/** `.gitignore`, `.ignore` and `.git/info/exclude`, as gitignore(5) and ripgrep read them. */
import { below, type Entry, type FileSystem, joined } from './file-system.ts';
import { literalPattern, type PathRules, rulesOf } from './path-rules.ts';
import { folderOf, isTop } from './paths.ts';

export interface IgnoreFile {
  readonly path: string;
  /** The folder that its patterns are relative to. */
  readonly base: string;
  /** Rules of git end where another repository begins. */
  readonly git: boolean;
  readonly rules: PathRules;
}

const LARGEST = 1_000_000;

/** Those that apply in a folder: first its own, then those of the folders above it. */
export function ignoreFilesIn(
  files: FileSystem,
  folder: string,
  entries: readonly Entry[],
  above: readonly IgnoreFile[],
): readonly IgnoreFile[] {
  // Most folders have none.
  if (!entries.some(({ name }) => name.charCodeAt(0) === 46)) return above;
  const names = new Map(entries.map(({ name, kind }) => [name, kind]));
  const isRepository = names.has('.git');
  const own: IgnoreFile[] = [];
  const add = (path: string, git: boolean) => {
    const content = files.read(path, { limit: LARGEST });
    if (typeof content !== 'string') own.push({ path, base: folder, git, rules: rulesOf(content.text) });
  };
  if (names.has('.ignore')) add(joined(folder, '.ignore'), false);
  if (names.has('.gitignore')) add(joined(folder, '.gitignore'), true);
  if (isRepository) add(joined(gitFolder(files, folder, names.get('.git')!), 'info/exclude'), true);
  const kept = isRepository ? above.filter(({ git }) => !git) : above;
  // As for ripgrep, no `.gitignore` overrides what an `.ignore` has decided.
  return own.length > 0 ? [...own, ...kept].sort((a, b) => Number(a.git) - Number(b.git)) : kept;
}

/**
 * Where git keeps files outside of the work tree: gitrepository-layout(5). In a worktree and a submodule, a file names
 * that folder.
 */
function gitFolder(files: FileSystem, folder: string, kind: Entry['kind']): string {
  const own = joined(folder, '.git');
  if (kind !== 'file') return own;
  const repository = pathIn(files, own, folder, /^gitdir: (.+)/);
  if (repository === undefined) return own;
  return pathIn(files, joined(repository, 'commondir'), repository, /^(.+)/) ?? repository;
}

/** The path that a file contains, relative to a folder. */
function pathIn(files: FileSystem, file: string, folder: string, pattern: RegExp): string | undefined {
  const content = files.read(file, { limit: LARGEST });
  const named = typeof content === 'string' ? undefined : pattern.exec(content.text)?.[1];
  if (named === undefined) return undefined;
  return files.realPath(/^(?:\/|[A-Za-z]:)/.test(named) ? named : joined(folder, named));
}

/**
 * Those that apply in a folder which one of them ignores, but which is walked because another one before it overrides
 * that: the ignoring one no longer counts for its contents.
 */
export function ignoreFilesBelow(ignoreFiles: readonly IgnoreFile[], folder: string): readonly IgnoreFile[] {
  // The only one has not ignored it.
  if (ignoreFiles.length < 2) return ignoreFiles;
  return ignoreFiles.map(file => {
    const relative = below(file.base, folder);
    if (!relative || !file.rules.ignores(`${relative}/`)) return file;
    return { ...file, rules: file.rules.and(`!${literalPattern(relative)}/`) };
  });
}

/** Those of the folders above a root, up to the root of its repository. */
export function ignoreFilesAbove(files: FileSystem, root: string): readonly IgnoreFile[] {
  if (files.kindOf(joined(root, '.git'))) return [];
  const folders: string[] = [];
  for (let folder = folderOf(root); !isTop(folder); folder = folderOf(folder)) {
    folders.unshift(folder);
    if (!files.kindOf(joined(folder, '.git'))) continue;
    let found: readonly IgnoreFile[] = [];
    for (const each of folders)
      found = ignoreFilesIn(files, each, files.list(each) ?? [], ignoreFilesBelow(found, each));
    // A user who opens an ignored folder wants to see what is in it.
    return ignoredBy(found, `${root}/`) ? [] : found;
  }
  return [];
}

/** The path of the file that ignores a path. Paths of folders end with a slash. */
export function ignoredBy(ignoreFiles: readonly IgnoreFile[], path: string): string | undefined {
  for (const { path: file, base, rules } of ignoreFiles) {
    const relative = below(base, path);
    if (!relative) continue;
    const { ignored, unignored } = rules.test(relative);
    if (ignored) return file;
    if (unignored) return undefined;
  }
  return undefined;
}
