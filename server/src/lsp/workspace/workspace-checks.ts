/**
 * Does the queued work on the workspace in slices: scans folders and checks changed files. Keeps the findings, and
 * notifies listeners of each file whose findings have changed.
 */
import { defaultOptions } from '../../options/options.ts';
import type { Checking } from '../../workspace/check-file.ts';
import { below, type FileSystem } from '../../workspace/file-system.ts';
import { foldersAround, isBelow } from '../../workspace/paths.ts';
import { type ScanOptions, type ScanProgress, scan } from '../../workspace/scan.ts';
import { inSlices, SLICE } from '../../workspace/slices.ts';
import type { Place } from '../../workspace/tree.ts';
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import { checkChanged, fetchChanged } from './changed-file.ts';
import { fetchFiles } from './fetch-files.ts';
import type { KeptFindings } from './kept-findings.ts';
import { isOn, type OpenRoot, type OpenRoots } from './open-roots.ts';
import { SharedFolders } from './shared-folders.ts';
import { VisitedPaths } from './visited-paths.ts';
import type { Batch } from './work-queue.ts';
import type { WorkspaceListeners } from './workspace-listener.ts';

interface Surroundings {
  readonly session: Session;
  readonly files: FileSystem;
  readonly roots: OpenRoots;
  readonly kept: KeptFindings;
  readonly listeners: WorkspaceListeners;
  /** Called with a new folder. */
  readonly scanLater: (path: string) => void;
  readonly onProgress: () => void;
}

export class WorkspaceChecks {
  readonly progress: ScanProgress = { total: 0, done: 0, checked: 0, skipped: 0 };
  readonly #session: Session;
  readonly #files: FileSystem;
  readonly #roots: OpenRoots;
  readonly #kept: KeptFindings;
  readonly #listeners: WorkspaceListeners;
  readonly #scanLater: Surroundings['scanLater'];
  readonly #onProgress: Surroundings['onProgress'];
  #stop = new AbortController();
  /** The root that is being scanned, with the options that it had at the start. */
  #scanning: OpenRoot | undefined;
  /** Roots whose scan was cancelled and not completed since. */
  readonly #cancelled = new Set<OpenRoot>();

  readonly #letIn = () => this.#session.scheduler.yieldToRequests();

  constructor({ session, files, roots, kept, listeners, scanLater, onProgress }: Surroundings) {
    this.#session = session;
    this.#files = files;
    this.#roots = roots;
    this.#kept = kept;
    this.#listeners = listeners;
    this.#scanLater = scanLater;
    this.#onProgress = onProgress;
  }

  isScanning(opened: OpenRoot): boolean {
    return opened === this.#scanning;
  }

  isCancelled(opened: OpenRoot): boolean {
    return this.#cancelled.has(opened);
  }

  cancel(): void {
    for (const opened of this.#roots.all()) this.#cancelled.add(opened);
    this.#stop.abort();
  }

  async begin(): Promise<void> {
    // Work that arrives together is done together.
    await this.#letIn();
    Object.assign(this.progress, { total: 0, done: 0, checked: 0, skipped: 0 });
  }

  async workOff({ scans, files }: Batch): Promise<void> {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    await this.#checkFiles(files);
    if (scans.length > 0) await this.#scanAll(scans);
    const limitsOf = (path: string) => (this.#roots.of(path)?.options ?? defaultOptions).limits;
    for (const path of this.#kept.findings.showHidden(limitsOf)) this.#listeners.changed(path);
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
    else opened.leftOut.forget(file => file === path || below(path, file) !== undefined);
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
      if (isCurrent && this.#kept.findings.trimAgain(path, opened.options.limits)) this.#listeners.changed(path);
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
    const steps = scan(this.#files, place, options, opened.leftOut, this.progress);
    await inSlices(
      this.#whileOpen(opened, steps),
      file => {
        if (!file) return;
        seen.add(file.path);
        this.#kept.keep(opened, file);
      },
      { signal: this.#stop.signal, letIn: this.#letIn, between: this.#onProgress },
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
      if (kind === 'folder') this.#scanLater(path);
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
}
