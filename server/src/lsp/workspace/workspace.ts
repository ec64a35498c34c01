/**
 * The files of the workspace, open or not: checks all at the start, and again what has changed. One piece of work at a
 * time, in slices; new work is queued, and done once. Listeners are notified of each file whose findings have changed.
 */
import type { Target } from '../../mender/version.ts';
import { defaultOptions } from '../../options/options.ts';
import type { CheckedFile, Checking } from '../../workspace/check-file.ts';
import { below, type FileSystem, joined } from '../../workspace/file-system.ts';
import { foldersAround, isBelow } from '../../workspace/paths.ts';
import { type ScanOptions, type ScanProgress, scan } from '../../workspace/scan.ts';
import { allNotIncluded, type NotIncluded, SkippedFiles } from '../../workspace/skipped-files.ts';
import { inSlices, SLICE } from '../../workspace/slices.ts';
import type { Place } from '../../workspace/tree.ts';
import { type Why, whyChecked } from '../../workspace/why.ts';
import { whyYocto } from '../../workspace/why-yocto.ts';
import { toDiagnostic } from '../convert.ts';
import { newResultId } from '../result-ids.ts';
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import { checkChanged } from './changed-file.ts';
import { type Collecting, collectFindings } from './collect-findings.ts';
import { fetchFiles } from './fetch-files.ts';
import { type Change, whatToScan } from './file-changes.ts';
import { isOn, type OpenRoot, OpenRoots } from './open-roots.ts';
import { SharedFolders } from './shared-folders.ts';
import { VisitedPaths } from './visited-paths.ts';
import { coalesced, type Work } from './work-queue.ts';
import { WorkspaceFindings } from './workspace-findings.ts';
import type { WorkspaceListener, WorkspaceState } from './workspace-listener.ts';

export class Workspace {
  readonly findings = new WorkspaceFindings(newResultId);
  readonly #session: Session;
  readonly #files: FileSystem;
  readonly #listeners: WorkspaceListener[] = [];
  readonly #roots: OpenRoots;
  readonly #waiting = new Map<string, Work>();
  readonly #progress: ScanProgress = { total: 0, done: 0, checked: 0, skipped: 0 };
  #stop = new AbortController();
  #working: Promise<void> | undefined;
  /** The root of which files are being looked for, with the options that it had at the beginning. */
  #scanning: OpenRoot | undefined;
  /** Roots of which not all files have been checked since. */
  readonly #cancelled = new Set<OpenRoot>();

  readonly #letIn = () => this.#session.scheduler.yieldToRequests();

  constructor(session: Session, files: FileSystem) {
    this.#session = session;
    this.#files = files;
    this.#roots = new OpenRoots(session, files);
    session.troubles.listen(() => this.#tell());
  }

  listen(listener: WorkspaceListener): void {
    this.#listeners.push(listener);
  }

  roots(): readonly OpenRoot[] {
    return this.#roots.all();
  }

  /** Folders by uri; those that are no folders of this machine are nothing we can read. */
  async addRoots(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const path = filePathOf(uri);
      if (path !== undefined && (await this.#roots.add(path))) this.#later({ kind: 'scan', path });
    }
  }

  removeRoots(uris: readonly string[]): void {
    for (const uri of uris) {
      const path = filePathOf(uri);
      if (path === undefined || !this.#roots.remove(path)) continue;
      this.#forgetWhere(file => this.#roots.of(file) === undefined);
      // What was part of two roots is now part of the outer one.
      if (this.#roots.around(path)) this.#later({ kind: 'scan', path });
    }
    this.#tellProgress();
  }

  /** Reads the options of all roots again and checks what they concern. */
  async optionsChanged(): Promise<void> {
    for (const { opened, selectsAnew } of await this.#roots.changed()) {
      if (selectsAnew || opened === this.#scanning) this.#later({ kind: 'scan', path: opened.path });
      else for (const path of opened.concerned.paths()) this.#later({ kind: 'file', path });
    }
  }

  /** Tells whether any of them is in the workspace. */
  filesChanged(changes: readonly Change[]): boolean {
    const before = this.#waiting.size;
    for (const change of changes) {
      const { path } = change;
      const folder = this.toScanFor(change);
      if (folder !== undefined && this.#roots.around(folder)) this.#later({ kind: 'scan', path: folder });
      else if (this.#roots.of(path)) this.#later({ kind: 'file', path });
    }
    return this.#waiting.size > before;
  }

  /** The folder that has to be looked at as a whole after a change. */
  toScanFor(change: Change): string | undefined {
    return whatToScan(change, other => this.#files.kindOf(other));
  }

  /** Checks everything anew, also after it has been cancelled. */
  checkAll(): void {
    const roots = this.#roots.all().map(({ path }) => path);
    this.#files.away?.forget(roots);
    for (const path of roots) this.#later({ kind: 'scan', path });
  }

  /** Leaves what is under way undone; what has been found stays. */
  cancel(): void {
    this.#waiting.clear();
    for (const opened of this.#roots.all()) this.#cancelled.add(opened);
    this.#stop.abort();
  }

  why(path: string): Why {
    const opened = this.#roots.around(path);
    if (opened && !isOn(opened.options))
      return { checked: false, why: 'in a folder for which checking is switched off' };
    const options = opened?.options ?? defaultOptions;
    const { limits, include } = options;
    const yocto = whyYocto(this.#session.projects, path, options);
    return whyChecked(this.#files, opened?.root, path, { limit: limits.fileSize, include, yocto });
  }

  /** Of the files at and below a folder, or of all. */
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
    if (this.#working) return 'checking';
    return roots.some(opened => this.#cancelled.has(opened)) ? 'cancelled' : 'ready';
  }

  state(): WorkspaceState {
    const leftOut = new SkippedFiles();
    let limits = defaultOptions.limits;
    const sentences: string[] = [];
    const notIncluded: NotIncluded[] = [];
    for (const root of this.#roots.all()) {
      limits = root.options.limits;
      sentences.push(...root.leftOut.sentences(limits));
      notIncluded.push(root.leftOut.notIncluded);
    }
    this.findings.addHidden(leftOut);
    return {
      kind: this.kind,
      progress: this.#progress,
      ...this.findings.count(),
      targets: [...new Set(this.#roots.all().map(opened => this.#targetOf(opened)))].sort(),
      leftOut: [...sentences, ...leftOut.sentences(limits), ...this.#session.troubles.all()],
      notIncluded: allNotIncluded(notIncluded),
    };
  }

  #targetOf({ path, options }: OpenRoot): Target {
    return this.#session.projects.optionsFor(joined(path, 'file'), options).target;
  }

  #later(work: Work): void {
    if (this.#waiting.get(work.path)?.kind !== 'scan') this.#waiting.set(work.path, work);
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    try {
      // What comes in at once is done together.
      await this.#letIn();
      Object.assign(this.#progress, { total: 0, done: 0, checked: 0, skipped: 0 });
      this.#tell();
      while (this.#waiting.size > 0) await this.#workOff();
    } finally {
      // In the same turn in which nothing was waiting any more: what comes later finds nobody working, and is not left
      // lying.
      this.#working = undefined;
      this.#tell();
    }
  }

  /** All that is waiting. */
  async #workOff(): Promise<void> {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    const { scans, files } = coalesced(all, path => this.#roots.around(path));
    await this.#checkFiles(files);
    if (scans.length > 0) await this.#scanAll(scans);
    const limitsOf = (path: string) => (this.#roots.of(path)?.options ?? defaultOptions).limits;
    for (const path of this.findings.showHidden(limitsOf)) this.#changed(path);
    this.#flush();
  }

  /** Folders, one after the other; builds make and remove them by the hundred. */
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
    // What was left over in all of them is looked for once.
    this.#forgetWhere(file => scanned.lacks(file, this.#roots.around(file)));
    for (const opened of this.#roots.all())
      for (const target of scanned.withoutLinks(opened)) if (!scanned.seen.has(target)) this.#forget(target);
    this.#flush();
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
    // Cancelled: nobody knows what else is there.
    if (this.#stop.signal.aborted) return;
    if (path === opened.path) this.#cancelled.delete(opened);
    scanned.add(opened, path);
    this.#flush();
  }

  async #scanPlace(opened: OpenRoot, place: Place, { seen, links }: VisitedPaths): Promise<void> {
    this.#scanning = opened;
    const open = this.#session.documents.keys().flatMap(uri => filePathOf(uri) ?? []);
    const isKnown: Checking['isKnown'] = (path, text, checkOptions) => {
      const isCurrent = opened.concerned.isCurrent(path, text, checkOptions);
      if (isCurrent) seen.add(path);
      if (isCurrent && this.findings.trimAgain(path, opened.options.limits)) this.#changed(path);
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
        this.#keep(opened, file);
      },
      { signal: this.#stop.signal, letIn: this.#letIn, between: () => this.#tellProgress() },
    );
  }

  /** What is found in a root that has been closed meanwhile would stay forever. */
  *#whileOpen<Step>(opened: OpenRoot, steps: Iterable<Step>): Generator<Step> {
    for (const step of steps) {
      if (!this.#roots.has(opened)) return;
      yield step;
    }
  }

  /** Single files, or folders that have come or gone. */
  async #checkFiles(paths: readonly string[]): Promise<void> {
    if (this.#files.away) await this.#fetchFor(paths);
    const folders = new SharedFolders(this.#files);
    const gone = new Set<string>();
    const check = (path: string) => {
      const opened = this.#roots.of(path);
      if (!opened) return;
      opened.leftOut.delete(path);
      this.#forgetUnlinked(opened.links.remove(path));
      const kind = this.#files.kindOf(path);
      if (kind === 'folder') this.#later({ kind: 'scan', path });
      // A symlink may lead nowhere.
      const isThere = kind === 'file' || (kind === undefined && this.#files.linkTarget(path) !== undefined);
      if (kind === undefined && !isThere) gone.add(path);
      const checked =
        isThere && isOn(opened.options)
          ? checkChanged(this.#files, this.#roots, opened, folders.of(opened.root), path)
          : 'left-out';
      if (typeof checked === 'object') this.#keep(opened, checked);
      else opened.leftOut.note(path, checked);
      if (typeof checked === 'string' || checked.path !== path) this.#forget(path);
    };
    await inSlices(paths, check, {
      signal: this.#stop.signal,
      letIn: this.#letIn,
      between: () => this.#flush(),
    });
    // What is gone may have been a folder.
    if (gone.size > 0) this.#forgetWhere(path => isBelow(path, gone));
    if (gone.size > 0)
      for (const { links } of this.#roots.all())
        for (const link of links.within(gone)) this.#forgetUnlinked(links.remove(link));
    this.#flush();
  }

  /** Looks at what is looked at when files have changed. */
  async #fetchFor(paths: readonly string[]): Promise<void> {
    await this.#session.settled(() => {
      const folders = new SharedFolders(this.#files);
      for (const path of paths) {
        const opened = this.#roots.of(path);
        if (opened && this.#files.kindOf(path) === 'file' && isOn(opened.options))
          checkChanged(this.#files, this.#roots, opened, folders.of(opened.root), path);
      }
    });
  }

  #forgetUnlinked(target: string | undefined): void {
    if (target !== undefined && !this.#roots.of(target)) this.#forget(target);
  }

  #keep(opened: OpenRoot, { path, document, options, findings }: CheckedFile): void {
    opened.concerned.add(path, document.text, options);
    const uri = this.#session.documents.uriOf(path);
    const diagnostics = findings.map(finding =>
      toDiagnostic({ ...document, uri, lines: document.lines }, finding, this.#session.client),
    );
    if (this.findings.set(path, diagnostics, opened.options.limits)) this.#changed(path);
  }

  #forget(path: string): void {
    for (const { concerned } of this.#roots.all()) concerned.delete(path);
    if (this.findings.set(path, [], defaultOptions.limits)) this.#changed(path);
  }

  #forgetWhere(isGone: (path: string) => boolean): void {
    for (const path of [...this.findings.paths()]) if (isGone(path)) this.#forget(path);
    for (const { concerned } of this.#roots.all())
      for (const path of concerned.paths()) if (isGone(path)) concerned.delete(path);
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
