/** `.gitignore`, `.ignore` and `.git/info/exclude`, as gitignore(5) and ripgrep read them. */
import ignore, { type Ignore } from 'ignore';
import { below, type Entry, type FileSystem, joined } from './file-system.ts';
import { folderOf } from './paths.ts';

export interface IgnoreFile {
  readonly path: string;
  /** The folder that its patterns are relative to. */
  readonly base: string;
  /** Rules of git end where another repository begins. */
  readonly git: boolean;
  readonly rules: Ignore;
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
  const add = (name: string, git: boolean) => {
    const path = joined(folder, name);
    const content = files.read(path, { limit: LARGEST });
    if (typeof content !== 'string') own.push({ path, base: folder, git, rules: ignore().add(content.text) });
  };
  if (names.has('.ignore')) add('.ignore', false);
  if (names.has('.gitignore')) add('.gitignore', true);
  if (names.get('.git') === 'folder') add('.git/info/exclude', true);
  const kept = isRepository ? above.filter(({ git }) => !git) : above;
  return own.length > 0 ? [...own, ...kept] : kept;
}

/** Those of the folders above a root, up to that of its repository. */
export function ignoreFilesAbove(files: FileSystem, root: string): readonly IgnoreFile[] {
  if (files.kindOf(joined(root, '.git'))) return [];
  const folders: string[] = [];
  for (let folder = folderOf(root); folder !== '/'; folder = folderOf(folder)) {
    folders.unshift(folder);
    if (!files.kindOf(joined(folder, '.git'))) continue;
    let found: readonly IgnoreFile[] = [];
    for (const each of folders) found = ignoreFilesIn(files, each, files.list(each) ?? [], found);
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
