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

/** Those that hold in a folder: its own ones first, then those of the folders above it. */
export function ignoreFilesIn(
  files: FileSystem,
  folder: string,
  entries: readonly Entry[],
  above: readonly IgnoreFile[],
): readonly IgnoreFile[] {
  // Most folders have none of them.
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
  // As for ripgrep, no `.gitignore` has a say in what any `.ignore` has decided.
  return own.length > 0 ? [...own, ...kept].sort((a, b) => Number(a.git) - Number(b.git)) : kept;
}

/**
 * Where git keeps what is not in the work tree: gitrepository-layout(5). A worktree and a submodule have a file there
 * that names it.
 */
function gitFolder(files: FileSystem, folder: string, kind: Entry['kind']): string {
  const own = joined(folder, '.git');
  if (kind !== 'file') return own;
  const repository = pathIn(files, own, folder, /^gitdir: (.+)/);
  if (repository === undefined) return own;
  return pathIn(files, joined(repository, 'commondir'), repository, /^(.+)/) ?? repository;
}

/** The path that a file names, seen from a folder. */
function pathIn(files: FileSystem, file: string, folder: string, pattern: RegExp): string | undefined {
  const content = files.read(file, { limit: LARGEST });
  const named = typeof content === 'string' ? undefined : pattern.exec(content.text)?.[1];
  if (named === undefined) return undefined;
  return files.realPath(/^(?:\/|[A-Za-z]:)/.test(named) ? named : joined(folder, named));
}

/**
 * Those that hold in a folder that is walked though one of them ignores it, because another one before it says
 * otherwise: what is in the folder is not ignored for that.
 */
export function ignoreFilesBelow(ignoreFiles: readonly IgnoreFile[], folder: string): readonly IgnoreFile[] {
  // The only one there is has not ignored it.
  if (ignoreFiles.length < 2) return ignoreFiles;
  return ignoreFiles.map(file => {
    const relative = below(file.base, folder);
    if (!relative || !file.rules.ignores(`${relative}/`)) return file;
    return { ...file, rules: file.rules.and(`!${literalPattern(relative)}/`) };
  });
}

/** Those of the folders above a root, up to that of its repository. */
export function ignoreFilesAbove(files: FileSystem, root: string): readonly IgnoreFile[] {
  if (files.kindOf(joined(root, '.git'))) return [];
  const folders: string[] = [];
  for (let folder = folderOf(root); !isTop(folder); folder = folderOf(folder)) {
    folders.unshift(folder);
    if (!files.kindOf(joined(folder, '.git'))) continue;
    let found: readonly IgnoreFile[] = [];
    for (const each of folders)
      found = ignoreFilesIn(files, each, files.list(each) ?? [], ignoreFilesBelow(found, each));
    // Who opens a folder that is ignored wants to see what is in it.
    return ignoredBy(found, `${root}/`) ? [] : found;
  }
  return [];
}

/** The path of the file that has it ignored. The path of a folder ends with a slash. */
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
