/**
 * Names of files in the report of a migration: one root for all of them, so that layers in different repositories can
 * be distinguished, and a name leads back to the file in the next run.
 */
import { relative, resolve, sep } from 'node:path';
import { pathInside } from '../workspace/archive/check-archive.ts';
import { INSIDE } from '../workspace/archive/members.ts';
import { below, type FileSystem, joined } from '../workspace/file-system.ts';
import { repositoryOf } from '../workspace/repository.ts';

export interface NamedFile {
  readonly path: string;
  /** The archive that contains the file; the path begins with it. */
  readonly archive?: string | undefined;
}

export class ReportNames {
  /** The repository around the current folder, else that folder. */
  readonly root: string;
  readonly #files: FileSystem;
  readonly #cwd: string;

  /** `cwd` is absolute. */
  constructor(files: FileSystem, cwd: string) {
    this.#files = files;
    this.#cwd = resolve(cwd).replaceAll(sep, '/');
    this.root = repositoryOf(files, joined(this.#cwd, 'any')) ?? this.#cwd;
  }

  /** For an absolute path on disk. Outside of the root it is relative to the current folder. */
  nameOf(path: string): string {
    return path === this.root ? '.' : (below(this.root, path) ?? relative(this.#cwd, path).replaceAll(sep, '/'));
  }

  /** `path`: that of the document. */
  fileOf(path: string): NamedFile {
    const end = path.indexOf(`${INSIDE}/`);
    // A folder may have such a name, too.
    const isInside = end > 0 && this.#files.kindOf(path.slice(0, end + INSIDE.length)) !== 'folder';
    if (!isInside) return { path: this.nameOf(path) };
    const archive = this.nameOf(path.slice(0, end));
    return { path: `${archive}${path.slice(end).replaceAll(`${INSIDE}/`, INSIDE)}`, archive };
  }

  /** The absolute path of a file on disk; for a file in an archive, that of the archive. */
  onDisk({ path, archive = path }: NamedFile): string {
    const from = /^\.\.(?:\/|$)/.test(archive) ? this.#cwd : this.root;
    return resolve(from, archive).replaceAll(sep, '/');
  }

  /** For a file in an archive: whether the archive exists. */
  isOnDisk(file: NamedFile): boolean {
    return this.#files.kindOf(this.onDisk(file)) !== undefined;
  }

  /** The path of the document. */
  documentOf(file: NamedFile): string {
    const { path, archive } = file;
    const disk = this.onDisk(file);
    return archive === undefined ? disk : pathInside(disk, path.slice(archive.length + INSIDE.length));
  }
}
