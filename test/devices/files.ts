/**
 * The files of a device's root: restored before each run, and the changes of a script. Changes by stand-ins count as
 * restored files.
 */
import {
  chmodSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  type Stats,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from './model.ts';

export type Entry =
  | { readonly kind: 'folder'; readonly mode?: number }
  | { readonly kind: 'file'; readonly content: string | Buffer; readonly mode?: number }
  | { readonly kind: 'link'; readonly to: string };

/** By path, without a leading slash. */
export type Tree = ReadonlyMap<string, Entry>;

/** A time that nothing a script does can have. */
const THEN = new Date('2020-01-01T00:00:00Z');

/** Files of the harness. */
const TRANSIENT = new Set(['run/harness', 'opt/device/script.sh']);
/** Another file covers it while scripts run. */
const COVERED = 'dev/null';

export class DeviceFiles {
  readonly root: string;
  /** The state that it is restored to. */
  #given: Tree = new Map();
  #tree: Map<string, Entry> = new Map();
  #children = new Map<string, Set<string>>();
  /** Changed by stand-ins since the restoration. */
  readonly #touched = new Set<string>();
  /** Changed by a script, as far as that is known already. */
  #changed: Set<string> | undefined;

  constructor(root: string) {
    this.root = root;
  }

  /** Fills an empty root with `tree`. */
  build(tree: Tree): void {
    this.#given = tree;
    for (const path of tree.keys()) this.#touched.add(path);
    this.putBack();
  }

  putBack(): void {
    const changed = this.#changed ?? this.#changedPaths();
    this.#changed = undefined;
    if (this.#touched.size > 0) {
      this.#tree = new Map(this.#given);
      this.#children = childrenOf(this.#given);
    }
    const sorted = [...new Set([...changed, ...this.#touched])].sort();
    this.#touched.clear();
    for (const path of sorted.toReversed()) this.#clear(path);
    for (const path of sorted) this.#put(path);
    this.#restore(sorted);
  }

  /** The mode and the path of everything whose time shows changes, one line each. */
  entries(): string {
    const lines: string[] = [];
    for (const [path, entry] of this.#tree) {
      if (entry.kind === 'link' || path === COVERED) continue;
      const { mode } = lstatSync(join(this.root, path));
      lines.push(`${mode.toString(8)} /${path}\n`);
    }
    return lines.join('');
  }

  /** A file that must not count as a change. */
  writeTransient(path: string, content: string): void {
    const file = join(this.root, path);
    writeFileSync(file, content, { mode: 0o755 });
  }

  /** After a change by the harness, which does not count. */
  restoreTimes(folders: readonly string[]): void {
    for (const folder of folders) lutimesSync(join(this.root, folder), THEN, THEN);
  }

  /** The changes of a script; nothing is read when it is known to be `untouched`. */
  changes(isUntouched: boolean): FileChange[] {
    this.#changed = isUntouched ? new Set() : this.#changedPaths();
    return [...this.#changed].sort().flatMap(path => this.#describe(path));
  }

  exists(path: string): boolean {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false }) !== undefined;
  }

  text(path: string): string | undefined {
    try {
      return readFileSync(join(this.root, path), 'utf8');
    } catch {
      return undefined;
    }
  }

  link(path: string): string | undefined {
    try {
      return readlinkSync(join(this.root, path));
    } catch {
      return undefined;
    }
  }

  /** By a stand-in: not a change of the script. */
  makeLink(path: string, to: string): void {
    this.remove(path);
    this.#add(path, { kind: 'link', to });
  }

  write(path: string, content: string | Buffer, mode = 0o644): void {
    this.remove(path);
    this.#add(path, { kind: 'file', content, mode });
  }

  remove(path: string): void {
    this.#touched.add(path);
    rmSync(join(this.root, path), { force: true, recursive: true });
    this.#tree.delete(path);
    this.#children.get(folderOf(path))?.delete(path.slice(path.lastIndexOf('/') + 1));
    this.#restoreFolder(folderOf(path));
  }

  #add(path: string, entry: Entry): void {
    this.#touched.add(path);
    mkdirSync(join(this.root, dirname(path)), { recursive: true });
    this.#tree.set(path, entry);
    const folder = folderOf(path);
    const names = this.#children.get(folder) ?? new Set();
    names.add(path.slice(path.lastIndexOf('/') + 1));
    this.#children.set(folder, names);
    this.#put(path);
    this.#restore([path]);
  }

  /** A folder with the expected entries gets its old time again. */
  #restoreFolder(folder: string): void {
    const expected = this.#children.get(folder);
    if (!expected || !this.exists(folder)) return;
    const names = readdirSync(join(this.root, folder));
    if (names.length === expected.size && names.every(name => expected.has(name)))
      lutimesSync(join(this.root, folder), THEN, THEN);
  }

  #restore(paths: readonly string[]): void {
    for (const path of paths) if (this.#tree.has(path)) lutimesSync(join(this.root, path), THEN, THEN);
    for (const folder of new Set(paths.map(folderOf))) this.#restoreFolder(folder);
  }

  /** A file shows by its own time that it was written, everything else by the time of its folder. */
  #changedPaths(): Set<string> {
    const changed = new Set<string>();
    for (const [path, entry] of this.#tree) {
      if (entry.kind === 'link') continue;
      const stats = lstatSync(join(this.root, path), { throwIfNoEntry: false });
      if (!stats || !isAsPut(entry, stats)) changed.add(path);
      else if (entry.kind === 'folder' && stats.mtimeMs !== THEN.getTime()) this.#lookInto(path, changed);
    }
    return changed;
  }

  #lookInto(folder: string, changed: Set<string>): void {
    const expected = this.#children.get(folder) ?? new Set();
    const names = new Set(readdirSync(join(this.root, folder)));
    const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    for (const name of expected) {
      const entry = this.#tree.get(inside(name));
      if (!names.has(name) || (entry?.kind === 'link' && this.link(inside(name)) !== entry.to))
        changed.add(inside(name));
    }
    for (const name of names) {
      const path = inside(name);
      if (expected.has(name) || TRANSIENT.has(path)) continue;
      changed.add(path);
      if (lstatSync(join(this.root, path)).isDirectory()) this.#lookInto(path, changed);
    }
  }

  #clear(path: string): void {
    rmSync(join(this.root, path), { force: true, recursive: true });
  }

  #put(path: string): void {
    const entry = this.#tree.get(path);
    const file = join(this.root, path);
    if (!entry || (entry.kind !== 'folder' && this.exists(path))) return;
    if (entry.kind === 'link') return symlinkSync(entry.to, file);
    if (entry.kind === 'file') {
      writeFileSync(file, entry.content);
      return chmodSync(file, entry.mode ?? 0o644);
    }
    mkdirSync(file, { recursive: true });
    chmodSync(file, entry.mode ?? 0o755);
    // The former contents of a folder that was created again.
    for (const name of this.#children.get(path) ?? []) this.#putAgain(path === '' ? name : `${path}/${name}`);
    lutimesSync(file, THEN, THEN);
  }

  #putAgain(path: string): void {
    if (this.exists(path)) return;
    this.#put(path);
    lutimesSync(join(this.root, path), THEN, THEN);
  }

  #describe(path: string): FileChange[] {
    const stats = lstatSync(join(this.root, path), { throwIfNoEntry: false });
    if (!stats) return [{ path: `/${path}`, what: 'removed', content: '' }];
    if (stats.isSymbolicLink()) return [{ path: `/${path}`, what: 'linked', content: this.link(path) ?? '' }];
    if (stats.isDirectory()) return [{ path: `/${path}`, what: 'folder', content: '' }];
    return [{ path: `/${path}`, what: 'written', content: this.text(path) ?? '' }];
  }
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function childrenOf(tree: Tree): Map<string, Set<string>> {
  const children = new Map<string, Set<string>>();
  for (const path of tree.keys()) {
    if (path === '') continue;
    const folder = folderOf(path);
    const names = children.get(folder) ?? new Set();
    names.add(path.slice(path.lastIndexOf('/') + 1));
    children.set(folder, names);
  }
  return children;
}

function isAsPut(entry: Entry, stats: Stats): boolean {
  const mode = stats.mode & 0o7777;
  if (entry.kind === 'folder') return stats.isDirectory() && mode === (entry.mode ?? 0o755);
  return (
    stats.isFile() && stats.mtimeMs === THEN.getTime() && mode === (entry.kind === 'file' ? (entry.mode ?? 0o644) : 0)
  );
}
