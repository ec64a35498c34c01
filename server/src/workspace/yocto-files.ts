/** The releases of Yocto that a file is built with, according to the layer around it and the kas files next to it. */
import { yoctoOfKas, yoctoOfLayer } from '../options/yocto-files.ts';
import { type Entry, type FileSystem, joined } from './file-system.ts';
import { inFile, Nearest, type Roots } from './nearest-file.ts';
import type { Owners } from './owners.ts';
import { folderOf, nameOf } from './paths.ts';

const LAYER_FILE = 'conf/layer.conf';

/** The folder in which many projects keep their kas files. */
const KAS_FOLDER = 'kas';

/** Bytes. */
const LARGEST = 1_000_000;

export interface YoctoSaid {
  /** Their code names, whether a client of 4.0 is built with them or not. */
  readonly names: readonly string[];
  /** Paths of the files that name them. */
  readonly by: readonly string[];
}

export class YoctoFiles {
  readonly #files: FileSystem;
  readonly #owners: Owners;
  readonly #layers: Nearest<YoctoSaid>;
  readonly #kas: Nearest<YoctoSaid>;

  constructor(files: FileSystem, roots: Roots, owners: Owners) {
    this.#files = files;
    this.#owners = owners;
    this.#layers = new Nearest(
      roots,
      inFile(files, LAYER_FILE, (path, _, text = '') => ({ names: yoctoOfLayer(text), by: [path] })),
    );
    this.#kas = new Nearest(roots, folder => this.#kasIn(folder));
  }

  forget(): void {
    this.#layers.forget();
    this.#kas.forget();
  }

  /** What all of them say together; files of untrusted users are ignored. */
  saidOf(path: string): YoctoSaid {
    const from = folderOf(path);
    const found = [this.#layers.above(from), this.#kas.above(from)].flatMap(said => {
      const strangers = said && this.#owners.strangersAt(said.by);
      const isTrusted = said && this.#owners.strangerTo(path, strangers!) === undefined;
      return isTrusted && said.names.length > 0 ? [said] : [];
    });
    return { names: [...new Set(found.flatMap(({ names }) => names))], by: found.flatMap(({ by }) => by) };
  }

  /** The folder that a file decides about, if it is, or was, one of these. */
  folderOf(path: string): string | undefined {
    if (path.endsWith(`/${LAYER_FILE}`)) return path.slice(0, -LAYER_FILE.length - 1);
    if (!isYaml(path)) return undefined;
    const wasKas = this.#kas.read().some(({ by }) => by.includes(path));
    if (!wasKas && this.#kasFile(path) === undefined) return undefined;
    const folder = folderOf(path);
    return nameOf(folder) === KAS_FOLDER ? folderOf(folder) : folder;
  }

  #kasIn(folder: string): YoctoSaid | undefined {
    const entries = this.#files.list(folder) ?? [];
    const below = entries.some(({ name }) => name === KAS_FOLDER) ? [joined(folder, KAS_FOLDER)] : [];
    const all = [
      ...this.#kasAmong(folder, entries),
      ...below.flatMap(each => this.#kasAmong(each, this.#files.list(each) ?? [])),
    ];
    if (all.length === 0) return undefined;
    return { names: all.flatMap(({ names }) => names), by: all.flatMap(({ by }) => by) };
  }

  #kasAmong(folder: string, entries: readonly Entry[]): readonly YoctoSaid[] {
    return entries.flatMap(({ name, kind }) => (kind === 'file' ? (this.#kasFile(joined(folder, name)) ?? []) : []));
  }

  /** Undefined for a file that names no release. */
  #kasFile(path: string): YoctoSaid | undefined {
    if (!isYaml(path)) return undefined;
    const content = this.#files.read(path, { limit: LARGEST, words: ['repos:'] });
    const names = typeof content === 'string' ? [] : yoctoOfKas(content.text);
    return names.length > 0 ? { names, by: [path] } : undefined;
  }
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}
