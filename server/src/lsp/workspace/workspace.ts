/**
 * The files of the workspace, open or not: checks all at the start, and changed files again. One piece of work at a
 * time, in slices; new work is queued, and done once. Listeners are notified of each file whose findings have changed.
 */
import { defaultOptions } from '../../options/options.ts';
import type { Checking } from '../../workspace/check-file.ts';
import { below, type FileSystem } from '../../workspace/file-system.ts';
import { foldersAround, isBelow } from '../../workspace/paths.ts';
import { type ScanOptions, type ScanProgress, scan } from '../../workspace/scan.ts';
import { inSlices, SLICE } from '../../workspace/slices.ts';
import type { Place } from '../../workspace/tree.ts';
import type { Why } from '../../workspace/why.ts';
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import { checkChanged, fetchChanged } from './changed-file.ts';
import { type Collecting, collectFindings } from './collect-findings.ts';
import { fetchFiles } from './fetch-files.ts';
import { type Change, whatToScan } from './file-changes.ts';
import { KeptFindings } from './kept-findings.ts';
import { isOn, type OpenRoot, OpenRoots } from './open-roots.ts';
import { SharedFolders } from './shared-folders.ts';
import { VisitedPaths } from './visited-paths.ts';
import { WorkQueue } from './work-queue.ts';
import type { WorkspaceFindings } from './workspace-findings.ts';
import { type WorkspaceListener, WorkspaceListeners, type WorkspaceState } from './workspace-listener.ts';
import { whyInWorkspace, workspaceState } from './workspace-state.ts';

export class Workspace {
  readonly #session: Session;
  readonly #files: FileSystem;
  readonly #listeners = new WorkspaceListeners();
  readonly #roots: OpenRoots;
  readonly #kept: KeptFindings;
  readonly #queue = new WorkQueue({
    begin: () => this.#begin(),
    run: batch => this.#workOff(batch),
    end: () => this.#tell(),
    rootOf: path => this.#roots.around(path),
  });
  readonly #progress: ScanProgress = { total: 0, done: 0, checked: 0, skipped: 0 };
  #stop = new AbortController();
  /** The root that is being scanned, with the options that it had at the start. */
  #scanning: OpenRoot | undefined;
  /** Roots whose scan was cancelled and not completed since. */
  readonly #cancelled = new Set<OpenRoot>();

  readonly #letIn = () => this.#session.scheduler.yieldToRequests();

  constructor(session: Session, files: FileSystem) {
    this.#session = session;
    this.#files = files;
    this.#roots = new OpenRoots(session, files);
    this.#kept = new KeptFindings(session, this.#roots, path => this.#listeners.changed(path));
    session.troubles.listen(() => this.#tell());
  }

  get findings(): WorkspaceFindings {
    return this.#kept.findings;
  }

  listen(listener: WorkspaceListener): void {
    this.#listeners.add(listener);
  }

  roots(): readonly OpenRoot[] {
    return this.#roots.all();
  }

  /** Folders by uri; those that are not on this machine cannot be read. */
  async addRoots(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const path = filePathOf(uri);
      if (path !== undefined && (await this.#roots.add(path))) this.#queue.add({ kind: 'scan', path });
    }
  }

  removeRoots(uris: readonly string[]): void {
    for (const uri of uris) {
      const path = filePathOf(uri);
      if (path === undefined || !this.#roots.remove(path)) continue;
      this.#kept.forgetWhere(file => this.#roots.of(file) === undefined);
      // Files of two roots now belong to the outer one.
      if (this.#roots.around(path)) this.#queue.add({ kind: 'scan', path });
    }
    this.#tellProgress();
  }

  /** Reads the options of all roots again and checks the files that they affect. */
  async optionsChanged(): Promise<void> {
    for (const { opened, selectsAnew } of await this.#roots.changed()) {
      if (selectsAnew || opened === this.#scanning) this.#queue.add({ kind: 'scan', path: opened.path });
      else for (const path of opened.concerned.paths()) this.#queue.add({ kind: 'file', path });
    }
  }

  /** Returns whether any of them is in the workspace. */
  filesChanged(changes: readonly Change[]): boolean {
    const before = this.#queue.size;
    for (const change of changes) {
      const { path } = change;
      const folder = this.toScanFor(change);
      if (folder !== undefined && this.#roots.around(folder)) this.#queue.add({ kind: 'scan', path: folder });
      else if (this.#roots.of(path)) this.#queue.add({ kind: 'file', path });
    }
    return this.#queue.size > before;
  }

  /** The folder that must be scanned as a whole after a change. */
  toScanFor(change: Change): string | undefined {
    return whatToScan(change, other => this.#files.kindOf(other));
  }

  /** Checks everything again, also after it has been cancelled. */
  checkAll(): void {
    const roots = this.#roots.all().map(({ path }) => path);
    this.#files.away?.forget(roots);
    for (const path of roots) this.#queue.add({ kind: 'scan', path });
  }

  /** Drops the current work; existing findings stay. */
  cancel(): void {
    this.#queue.clear();
    for (const opened of this.#roots.all()) this.#cancelled.add(opened);
    this.#stop.abort();
  }

  why(path: string): Why {
    return whyInWorkspace(this.#session.projects, this.#files, this.#roots.around(path), path);
  }

  /** For the files at and below a folder, or for all. */
  async gather(path: string | undefined, gathering: Collecting): Promise<void> {
    const within = path === undefined ? undefined : this.#roots.around(path);
    const starts = path === undefined ? this.#roots.all() : within ? [within] : [];
    for (const opened of starts) {
      if (!opened.options.enable) continue;
      await fetchFiles(this.#session, this.#files, {
        root: opened.root,
        path: path ?? opened.path,
        options: this.#roots.scanOptions(opened),
        signal: gathering.signal,
      });
      const place = this.#roots.placeOf(opened, path ?? opened.path);
      if (typeof place !== 'string')
        await collectFindings(this.#files, place, this.#roots.scanOptions(opened), gathering);
    }
  }

  /** Whether a path is at or below a folder; in any root when no folder is given. */
  isBelow(path: string | undefined, folder: string | undefined): boolean {
    if (path === undefined) return false;
    if (folder === undefined) return this.#roots.around(path) !== undefined;
    return path === folder || below(folder, path) !== undefined;
  }

  get kind(): WorkspaceState['kind'] {
    const roots = this.#roots.all();
    if (!roots.some(({ options }) => isOn(options))) return 'off';
    if (this.#queue.isWorking) return 'checking';
    return roots.some(opened => this.#cancelled.has(opened)) ? 'cancelled' : 'ready';
  }

  state(): WorkspaceState {
    return workspaceState(this.#session, this.#roots.all(), {
      kind: this.kind,
      progress: this.#progress,
      findings: this.findings,
    });
  }

  async #begin(): Promise<void> {
    // Work that arrives together is done together.
    await this.#letIn();
    Object.assign(this.#progress, { total: 0, done: 0, checked: 0, skipped: 0 });
    this.#tell();
  }

  async #workOff({ scans, files }: Readonly<Record<'scans' | 'files', readonly string[]>>): Promise<void> {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    await this.#checkFiles(files);
    if (scans.length > 0) await this.#scanAll(scans);
    const limitsOf = (path: string) => (this.#roots.of(path)?.options ?? defaultOptions).limits;
    for (const path of this.findings.showHidden(limitsOf)) this.#listeners.changed(path);
    this.#listeners.flush();
  }

  /** Folders, one after the other; builds create and remove them by the hundred. */
  async #scanAll(paths: readonly string[]): Promise<void> {
    const scanned = new VisitedPaths();
    const folders = new SharedFolders(this.#files);
    let since = performance.now();
    for (const path of paths) {
      const opened = this.#roots.around(path);
      if (opened) await this.#scan(opened, path, scanned, folders);
      if (this.#stop.signal.aborted || performance.now() - since < SLICE) continue;
      await this.#letIn();
      since = performance.now();
    }
    // Removed files of all folders are looked for once.
    this.#kept.forgetWhere(file => scanned.lacks(file, this.#roots.around(file)));
    for (const opened of this.#roots.all())
      for (const target of scanned.withoutLinks(opened)) if (!scanned.seen.has(target)) this.#kept.forget(target);
    this.#listeners.flush();
  }

  async #scan(opened: OpenRoot, path: string, scanned: VisitedPaths, folders: SharedFolders): Promise<void> {
    if (path === opened.path) this.#roots.reopen(opened);
    else opened.leftOut.forget(file => this.isBelow(file, path));
    if (isOn(opened.options) && this.#files.away) {
      const { root } = opened;
      const options = this.#roots.scanOptions(opened);
      await fetchFiles(this.#session, this.#files, { root, path, options, signal: this.#stop.signal });
    }
    const place = folders.of(opened.root).place(path);
    if (isOn(opened.options) && typeof place !== 'string') await this.#scanPlace(opened, place, scanned);
    this.#scanning = undefined;
    // Cancelled: other files are unknown.
    if (this.#stop.signal.aborted) return;
    if (path === opened.path) this.#cancelled.delete(opened);
    scanned.add(opened, path);
    this.#listeners.flush();
  }

  async #scanPlace(opened: OpenRoot, place: Place, { seen, links }: VisitedPaths): Promise<void> {
    this.#scanning = opened;
    const open = this.#session.documents.keys().flatMap(uri => filePathOf(uri) ?? []);
    const isKnown: Checking['isKnown'] = (path, text, checkOptions) => {
      const isCurrent = opened.concerned.isCurrent(path, text, checkOptions);
      if (isCurrent) seen.add(path);
      if (isCurrent && this.findings.trimAgain(path, opened.options.limits)) this.#listeners.changed(path);
      return isCurrent;
    };
    const options: ScanOptions = {
      ...this.#roots.scanOptions(opened),
      first: foldersAround(open),
      isKnown,
      onLinkOutside: (link, target) => {
        links.add(link);
        opened.links.add(link, target);
      },
    };
    const steps = scan(this.#files, place, options, opened.leftOut, this.#progress);
    await inSlices(
      this.#whileOpen(opened, steps),
      file => {
        if (!file) return;
        seen.add(file.path);
        this.#kept.keep(opened, file);
      },
      { signal: this.#stop.signal, letIn: this.#letIn, between: () => this.#tellProgress() },
    );
  }

  /** Findings in a root that was closed meanwhile would stay forever. */
  *#whileOpen<Step>(opened: OpenRoot, steps: Iterable<Step>): Generator<Step> {
    for (const step of steps) {
      if (!this.#roots.has(opened)) return;
      yield step;
    }
  }

  /** Single files, or folders that were created or removed. */
  async #checkFiles(paths: readonly string[]): Promise<void> {
    if (this.#files.away) await fetchChanged(this.#session, this.#files, this.#roots, paths);
    const folders = new SharedFolders(this.#files);
    const gone = new Set<string>();
    const check = (path: string) => {
      const opened = this.#roots.of(path);
      if (!opened) return;
      opened.leftOut.delete(path);
      this.#kept.forgetUnlinked(opened.links.remove(path));
      const kind = this.#files.kindOf(path);
      if (kind === 'folder') this.#queue.add({ kind: 'scan', path });
      // A symlink may lead nowhere.
      const isThere = kind === 'file' || (kind === undefined && this.#files.linkTarget(path) !== undefined);
      if (kind === undefined && !isThere) gone.add(path);
      const checked =
        isThere && isOn(opened.options)
          ? checkChanged(this.#files, this.#roots, opened, folders.of(opened.root), path)
          : 'left-out';
      if (typeof checked === 'object') this.#kept.keep(opened, checked);
      else opened.leftOut.note(path, checked);
      if (typeof checked === 'string' || checked.path !== path) this.#kept.forget(path);
    };
    await inSlices(paths, check, {
      signal: this.#stop.signal,
      letIn: this.#letIn,
      between: () => this.#listeners.flush(),
    });
    // A removed path may have been a folder.
    if (gone.size > 0) this.#kept.forgetWhere(path => isBelow(path, gone));
    if (gone.size > 0)
      for (const { links } of this.#roots.all())
        for (const link of links.within(gone)) this.#kept.forgetUnlinked(links.remove(link));
    this.#listeners.flush();
  }

  #tell(): void {
    this.#listeners.state(this.state());
  }

  #tellProgress(): void {
    this.#listeners.flush();
    this.#tell();
  }
}
