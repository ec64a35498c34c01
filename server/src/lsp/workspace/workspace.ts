/**
 * The files of the workspace, open or not: all are checked at the start, and changed files again. One piece of work at
 * a time; new work is queued, and done once.
 */
import { below, type FileSystem } from '../../workspace/file-system.ts';
import type { Why } from '../../workspace/why.ts';
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import { type Collecting, collectFindings } from './collect-findings.ts';
import { fetchFiles } from './fetch-files.ts';
import { type Change, whatToScan } from './file-changes.ts';
import { KeptFindings } from './kept-findings.ts';
import { isOn, type OpenRoot, OpenRoots } from './open-roots.ts';
import { WorkQueue } from './work-queue.ts';
import { WorkspaceChecks } from './workspace-checks.ts';
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
    run: batch => this.#checks.workOff(batch),
    end: () => this.#tell(),
    rootOf: path => this.#roots.around(path),
  });
  readonly #checks: WorkspaceChecks;

  constructor(session: Session, files: FileSystem) {
    this.#session = session;
    this.#files = files;
    this.#roots = new OpenRoots(session, files);
    this.#kept = new KeptFindings(session, this.#roots, path => this.#listeners.changed(path));
    this.#checks = new WorkspaceChecks({
      session,
      files,
      roots: this.#roots,
      kept: this.#kept,
      listeners: this.#listeners,
      scanLater: path => this.#queue.add({ kind: 'scan', path }),
      onProgress: () => this.#tellProgress(),
    });
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
      if (selectsAnew || this.#checks.isScanning(opened)) this.#queue.add({ kind: 'scan', path: opened.path });
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
    this.#checks.cancel();
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
    return roots.some(opened => this.#checks.isCancelled(opened)) ? 'cancelled' : 'ready';
  }

  state(): WorkspaceState {
    return workspaceState(this.#session, this.#roots.all(), {
      kind: this.kind,
      progress: this.#checks.progress,
      findings: this.findings,
    });
  }

  async #begin(): Promise<void> {
    await this.#checks.begin();
    this.#tell();
  }

  #tell(): void {
    this.#listeners.state(this.state());
  }

  #tellProgress(): void {
    this.#listeners.flush();
    this.#tell();
  }
}
