/**
 * The files of the workspace, opened or not: checks all at the start, and again what has changed. One piece of work at a time, in slices;
 * what comes in meanwhile waits and is done once. Who shows the findings is told of each file whose findings are others than before.
 */
import { isDeepStrictEqual } from 'node:util';
import { defaultOptions, type Options } from '../options/options.ts';
import { type CheckedFile, checkCandidate } from '../workspace/check-file.ts';
import { below, type FileSystem } from '../workspace/file-system.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { distanceTo, folderOf, isBelow, nameOf } from '../workspace/paths.ts';
import { type ScanOptions, type ScanProgress, scan } from '../workspace/scan.ts';
import { Folders, openRoot, type Place, placeOfRoot, type Root } from '../workspace/tree.ts';
import { type Why, whyChecked } from '../workspace/why.ts';
import { toDiagnostic } from './convert.ts';
import { type Change, whatToScan } from './file-changes.ts';
import { newResultId } from './result-ids.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';
import { filePathOf, uriOf } from './uris.ts';
import { WorkspaceFindings } from './workspace-findings.ts';

/** Hears what the workspace has to say. */
export interface WorkspaceListener {
  /** A file has other findings than before. */
  changed(path: string): void;
  /** Something has been done, or a slice of it. */
  flush(): void;
  state(state: WorkspaceState): void;
}

export interface WorkspaceState {
  readonly kind: 'checking' | 'ready' | 'cancelled' | 'off';
  readonly progress: ScanProgress;
  readonly files: number;
  readonly findings: number;
  /** Sentences. */
  readonly leftOut: readonly string[];
}

interface OpenRoot {
  readonly path: string;
  options: Options;
  root: Root;
  leftOut: LeftOut;
  /** Files that name Mender, in a language we know: what a change of the rules concerns. */
  readonly concerned: Set<string>;
}

type Work = { readonly kind: 'scan'; readonly path: string } | { readonly kind: 'file'; readonly path: string };

export class Workspace {
  readonly findings = new WorkspaceFindings(newResultId);
  readonly #session: Session;
  readonly #files: FileSystem;
  readonly #listeners: WorkspaceListener[] = [];
  readonly #roots = new Map<string, OpenRoot>();
  readonly #waiting = new Map<string, Work>();
  readonly #progress: ScanProgress = { total: 0, done: 0, checked: 0, skipped: 0 };
  #stop = new AbortController();
  #working: Promise<void> | undefined;
  #cancelled = false;

  constructor(session: Session, files: FileSystem) {
    this.#session = session;
    this.#files = files;
  }

  listen(listener: WorkspaceListener): void {
    this.#listeners.push(listener);
  }

  /** Folders by uri; those that are no folders of this machine are nothing we can read. */
  async addRoots(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const path = filePathOf(uri);
      if (path === undefined || this.#roots.has(path)) continue;
      this.#session.projects.addRoot(path, { isLast: true });
      this.#roots.set(path, this.#openRoot(path, defaultOptions));
      await this.#readOptions(path);
      this.#later({ kind: 'scan', path });
    }
  }

  removeRoots(uris: readonly string[]): void {
    for (const uri of uris) {
      const path = filePathOf(uri);
      if (path === undefined || !this.#roots.delete(path)) continue;
      this.#session.projects.removeRoot(path);
      this.#forgetWhere(file => below(path, file) !== undefined);
      // What was part of two roots is now part of the outer one.
      const outer = this.#rootOf(path);
      if (outer) this.#later({ kind: 'scan', path });
    }
    this.#tellProgress();
  }

  /** Reads the options of all roots again and checks what they concern. */
  async optionsChanged(): Promise<void> {
    for (const [path, before] of [...this.#roots].map(([path, { options }]) => [path, options] as const)) {
      await this.#readOptions(path);
      const opened = this.#roots.get(path);
      if (!opened || isDeepStrictEqual(before, opened.options)) continue;
      if (selects(before) !== selects(opened.options)) this.#later({ kind: 'scan', path });
      else for (const file of opened.concerned) this.#later({ kind: 'file', path: file });
    }
  }

  /** Tells whether any of them is in the workspace. */
  filesChanged(changes: readonly Change[]): boolean {
    const before = this.#waiting.size;
    for (const { path } of changes) {
      const folder = whatToScan(path);
      if (folder !== undefined && this.#rootOf(folder)) this.#later({ kind: 'scan', path: folder });
      else if (this.#rootOf(path)) this.#later({ kind: 'file', path });
    }
    return this.#waiting.size > before;
  }

  /** Checks everything anew, also after it has been cancelled. */
  checkAll(): void {
    this.#cancelled = false;
    for (const path of this.#roots.keys()) this.#later({ kind: 'scan', path });
  }

  /** Leaves what is under way undone; what has been found stays. */
  cancel(): void {
    this.#waiting.clear();
    this.#cancelled = true;
    this.#stop.abort();
  }

  why(path: string): Why {
    const opened = this.#rootOf(path);
    if (opened && !isOn(opened.options))
      return { checked: false, why: 'in a folder for which checking is switched off' };
    const { limits, include } = opened?.options ?? defaultOptions;
    return whyChecked(this.#files, opened?.root, path, { limit: limits.fileSize, include });
  }

  /**
   * Checks files for their own sake, whatever is shown of them: those at and below a folder, or all. Ends early, without a word, when
   * the signal is given.
   */
  async gather(path: string | undefined, signal: AbortSignal, take: (file: CheckedFile) => void): Promise<void> {
    const within = path === undefined ? undefined : this.#rootOf(path);
    const starts = path === undefined ? [...this.#roots.values()] : within ? [within] : [];
    for (const opened of starts) {
      if (!opened.options.enable) continue;
      const place = path === undefined ? placeOfRoot(opened.root) : new Folders(this.#files, opened.root).place(path);
      if (typeof place === 'string') continue;
      const progress = { total: 0, done: 0, checked: 0, skipped: 0 };
      const steps = scan(this.#files, place, this.#scanOptions(opened), new LeftOut(), progress);
      await inSlices(steps, file => file && take(file), { signal, turns: this.#session.turns });
    }
  }

  /** Whether a path is at or below a folder; in any root when no folder is given. */
  isBelow(path: string | undefined, folder: string | undefined): boolean {
    if (path === undefined) return false;
    if (folder === undefined) return this.#rootOf(path) !== undefined;
    return path === folder || below(folder, path) !== undefined;
  }

  get kind(): WorkspaceState['kind'] {
    if (![...this.#roots.values()].some(({ options }) => isOn(options))) return 'off';
    return this.#working ? 'checking' : this.#cancelled ? 'cancelled' : 'ready';
  }

  state(): WorkspaceState {
    const leftOut = new LeftOut();
    let limits = defaultOptions.limits;
    const sentences: string[] = [];
    for (const root of this.#roots.values()) {
      limits = root.options.limits;
      sentences.push(...root.leftOut.sentences(limits));
    }
    this.findings.addHidden(leftOut);
    return {
      kind: this.kind,
      progress: this.#progress,
      ...this.findings.count(),
      leftOut: [...sentences, ...leftOut.sentences(limits)],
    };
  }

  #later(work: Work): void {
    if (this.#waiting.get(work.path)?.kind !== 'scan') this.#waiting.set(work.path, work);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      this.#tell();
    });
  }

  async #work(): Promise<void> {
    // What comes in at once is done together.
    await this.#session.turns.last();
    Object.assign(this.#progress, { total: 0, done: 0, checked: 0, skipped: 0 });
    this.#tell();
    while (this.#waiting.size > 0) {
      if (this.#stop.signal.aborted) this.#stop = new AbortController();
      const all = [...this.#waiting.values()];
      this.#waiting.clear();
      const scans = new Set(all.filter(({ kind }) => kind === 'scan').map(({ path }) => path));
      const files = all.filter(({ kind, path }) => kind === 'file' && !isBelow(path, scans)).map(({ path }) => path);
      await this.#checkFiles(files);
      for (const path of scans) if (!isBelow(path, scans)) await this.#scan(path);
    }
  }

  async #scan(path: string): Promise<void> {
    const opened = this.#rootOf(path);
    if (!opened) return;
    const isRoot = path === opened.path;
    if (isRoot) Object.assign(opened, this.#openRoot(path, opened.options), { concerned: opened.concerned });
    const place = isRoot ? placeOfRoot(opened.root) : new Folders(this.#files, opened.root).place(path);
    const seen = new Set<string>();
    if (isOn(opened.options) && typeof place !== 'string') await this.#scanPlace(opened, place, seen);
    // Cancelled: nobody knows what else is there.
    if (!this.#stop.signal.aborted) this.#forgetWhere(file => below(path, file) !== undefined && !seen.has(file));
    this.#flush();
  }

  async #scanPlace(opened: OpenRoot, place: Place, seen: Set<string>): Promise<void> {
    const open = this.#session.documents.keys().flatMap(uri => filePathOf(uri) ?? []);
    const options = {
      ...this.#scanOptions(opened),
      ...(open.length > 0 ? { distance: (folder: string) => distanceTo(folder, open) } : {}),
    };
    const steps = scan(this.#files, place, options, opened.leftOut, this.#progress);
    await inSlices(
      steps,
      file => {
        if (!file) return;
        seen.add(file.path);
        this.#keep(opened, file);
      },
      { signal: this.#stop.signal, turns: this.#session.turns, between: () => this.#tellProgress() },
    );
  }

  #scanOptions(opened: OpenRoot): ScanOptions {
    const { options } = opened;
    return {
      limits: options.limits,
      include: options.include,
      roots: new Set(this.#roots.keys()),
      checkOptions: this.#optionsOf(opened),
    };
  }

  #optionsOf({ options }: OpenRoot): ScanOptions['checkOptions'] {
    return path => this.#session.projects.optionsFor(path, options);
  }

  /** Single files, or folders that have come or gone. */
  async #checkFiles(paths: readonly string[]): Promise<void> {
    const folders = new Map<OpenRoot, Folders>();
    const gone = new Set<string>();
    const check = (path: string) => {
      const opened = this.#rootOf(path);
      if (!opened) return;
      const kind = this.#files.kindOf(path);
      if (kind === 'folder') return this.#later({ kind: 'scan', path });
      const known = folders.get(opened) ?? new Folders(this.#files, opened.root);
      folders.set(opened, known);
      const folder = kind === 'file' && isOn(opened.options) ? known.open(folderOf(path)) : 'not there';
      const name = nameOf(path);
      const isFile = typeof folder !== 'string' && known.kindIn(folder, name) === 'file';
      const checked = isFile
        ? checkCandidate(this.#files, folder, name, opened.options.limits.fileSize, this.#optionsOf(opened))
        : undefined;
      if (typeof checked === 'object') this.#keep(opened, checked);
      else this.#forget(path);
      if (kind === undefined) gone.add(path);
    };
    await inSlices(paths, check, {
      signal: this.#stop.signal,
      turns: this.#session.turns,
      between: () => this.#flush(),
    });
    // What is gone may have been a folder.
    if (gone.size > 0) this.#forgetWhere(path => isBelow(path, gone));
    this.#flush();
  }

  #keep(opened: OpenRoot, { path, document, findings }: CheckedFile): void {
    opened.concerned.add(path);
    const uri = uriOf(path);
    const diagnostics = findings.map(finding =>
      toDiagnostic({ ...document, uri, lines: document.lines }, finding, this.#session.client),
    );
    if (this.findings.set(path, diagnostics, opened.options.limits)) this.#changed(path);
  }

  #forget(path: string): void {
    this.#rootOf(path)?.concerned.delete(path);
    if (this.findings.set(path, [], defaultOptions.limits)) this.#changed(path);
  }

  #forgetWhere(isGone: (path: string) => boolean): void {
    for (const path of [...this.findings.paths()]) if (isGone(path)) this.#forget(path);
    for (const { concerned } of this.#roots.values())
      for (const path of concerned) if (isGone(path)) concerned.delete(path);
  }

  /** The innermost root that a path is in. */
  #rootOf(path: string): OpenRoot | undefined {
    let found: OpenRoot | undefined;
    for (const opened of this.#roots.values()) {
      const isIn = path === opened.path || below(opened.path, path) !== undefined;
      if (isIn && (!found || opened.path.length > found.path.length)) found = opened;
    }
    return found;
  }

  #openRoot(path: string, options: Options): OpenRoot {
    const isExcludedByProject = (file: string) => this.#session.projects.isExcluded(file);
    const root = openRoot(this.#files, path, { ...options, isExcludedByProject });
    return { path, options, root, leftOut: new LeftOut(), concerned: new Set() };
  }

  async #readOptions(path: string): Promise<void> {
    const options = await this.#session.settings.of(uriOf(path));
    const opened = this.#roots.get(path);
    if (opened) opened.options = options;
  }

  #changed(path: string): void {
    for (const listener of this.#listeners) listener.changed(path);
  }

  #flush(): void {
    for (const listener of this.#listeners) listener.flush();
  }

  #tell(): void {
    const state = this.state();
    for (const listener of this.#listeners) listener.state(state);
  }

  #tellProgress(): void {
    this.#flush();
    this.#tell();
  }
}

function isOn({ enable, diagnosticMode }: Options): boolean {
  return enable && diagnosticMode === 'workspace';
}

/** Equal for options that look at the same files. */
function selects(options: Options): string {
  const { include, exclude, useIgnoreFiles, limits } = options;
  return JSON.stringify([isOn(options), include, exclude, useIgnoreFiles, limits]);
}
