/** The roots of the workspace: which files they select, with which options, and which files a change affects. */
import isEqual from 'fast-deep-equal';
import type { CheckOptions } from '../../findings/check.ts';
import { defaultOptions, type Options } from '../../options/options.ts';
import { below, type FileSystem, joined } from '../../workspace/file-system.ts';
import type { ScanOptions } from '../../workspace/scan.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { Folders, openRoot, type Place, type Root } from '../../workspace/tree.ts';
import { logError, type Session } from '../session.ts';
import { uriOf } from '../uris.ts';
import { CheckedFileCache } from './checked-file-cache.ts';
import { ExternalSymlinks } from './external-symlinks.ts';

export interface OpenRoot {
  readonly path: string;
  options: Options;
  root: Root;
  leftOut: SkippedFiles;
  readonly links: ExternalSymlinks;
  /** The files that a change of the rules affects. */
  readonly concerned: CheckedFileCache;
}

export class OpenRoots {
  readonly #session: Session;
  readonly #files: FileSystem;
  readonly #byPath = new Map<string, OpenRoot>();

  constructor(session: Session, files: FileSystem) {
    this.#session = session;
    this.#files = files;
  }

  all(): readonly OpenRoot[] {
    return [...this.#byPath.values()];
  }

  /** Resolves to false for an existing one. */
  async add(path: string): Promise<boolean> {
    if (this.#byPath.has(path)) return false;
    this.#files.away?.addRoot(path);
    this.#session.projects.addRoot(path, { isLast: true });
    const opened = {
      path,
      ...this.#selected(path, defaultOptions),
      links: new ExternalSymlinks(),
      concerned: new CheckedFileCache(this.#session.runtime.keyOf),
    };
    this.#byPath.set(path, opened);
    await this.#readOptions(opened);
    return true;
  }

  /** Returns whether it was there. */
  remove(path: string): boolean {
    if (!this.#byPath.delete(path)) return false;
    this.#files.away?.removeRoot(path);
    this.#session.projects.removeRoot(path);
    return true;
  }

  has(opened: OpenRoot): boolean {
    return this.#byPath.get(opened.path) === opened;
  }

  /** The root that a file belongs to: the innermost one around it, or one with a link to it. */
  of(path: string): OpenRoot | undefined {
    return this.around(path) ?? this.all().find(({ links }) => links.hasLinkTo(path));
  }

  /** The innermost root around a path. */
  around(path: string): OpenRoot | undefined {
    let found: OpenRoot | undefined;
    for (const opened of this.#byPath.values()) {
      const isIn = path === opened.path || below(opened.path, path) !== undefined;
      if (isIn && (!found || opened.path.length > found.path.length)) found = opened;
    }
    return found;
  }

  /** Looks again at the files that decide about its files. */
  reopen(opened: OpenRoot): void {
    Object.assign(opened, this.#selected(opened.path, opened.options));
  }

  /** Requests all options again; returns the roots whose options have changed, and whether they select other files. */
  async changed(): Promise<readonly { readonly opened: OpenRoot; readonly selectsAnew: boolean }[]> {
    const changed: { opened: OpenRoot; selectsAnew: boolean }[] = [];
    for (const opened of this.all()) {
      const before = opened.options;
      await this.#readOptions(opened);
      if (!this.has(opened) || isEqual(before, opened.options)) continue;
      changed.push({ opened, selectsAnew: selects(before) !== selects(opened.options) });
    }
    return changed;
  }

  /** Or why a scan does not reach it. */
  placeOf(opened: OpenRoot, path: string): Place | string {
    return new Folders(this.#files, opened.root).place(path);
  }

  scanOptions({ options }: OpenRoot): ScanOptions {
    return {
      limits: options.limits,
      include: options.include,
      roots: new Set(this.#byPath.keys()),
      checkOptions: (path, from) => this.#session.projects.optionsFor(path, options, from),
      onBroken: (path, error, rule) => logError(this.#session, path, error, rule),
    };
  }

  #selected(path: string, options: Options): Pick<OpenRoot, 'options' | 'root' | 'leftOut'> {
    const root = openRoot(this.#files, path, { ...options, projects: this.#session.projects });
    return { options, root, leftOut: new SkippedFiles() };
  }

  async #readOptions(opened: OpenRoot): Promise<void> {
    const { settings, projects, settled } = this.#session;
    opened.options = await settings.of(uriOf(opened.path));
    const checked = () => projects.optionsFor<CheckOptions>(joined(opened.path, 'any'), opened.options);
    await settings.tellUnknownRules(opened.options, async () => (await settled(checked)).custom?.rules ?? []);
  }
}

/** Whether files that are not open are checked. */
export function isOn({ enable, diagnosticMode }: Options): boolean {
  return enable && diagnosticMode === 'workspace';
}

/** Equal for options that select the same files. */
function selects(options: Options): string {
  const { include, exclude, useIgnoreFiles, limits } = options;
  return JSON.stringify([isOn(options), include, exclude, useIgnoreFiles, limits]);
}
