/** Events of the workspace for those who show its findings. */
import type { Target } from '../../mender/version.ts';
import type { ScanProgress } from '../../workspace/scan.ts';
import type { NotIncluded } from '../../workspace/skipped-files.ts';

/** Receives what the workspace reports. */
export interface WorkspaceListener {
  /** The findings of a file have changed. */
  changed(path: string): void;
  /** A piece or a slice of work is done. */
  flush(): void;
  state(state: WorkspaceState): void;
}

/** Several listeners as one. */
export class WorkspaceListeners implements WorkspaceListener {
  readonly #all: WorkspaceListener[] = [];

  add(listener: WorkspaceListener): void {
    this.#all.push(listener);
  }

  changed(path: string): void {
    for (const listener of this.#all) listener.changed(path);
  }

  flush(): void {
    for (const listener of this.#all) listener.flush();
  }

  state(state: WorkspaceState): void {
    for (const listener of this.#all) listener.state(state);
  }
}

export interface WorkspaceState {
  readonly kind: 'checking' | 'ready' | 'cancelled' | 'off';
  readonly progress: ScanProgress;
  readonly files: number;
  readonly findings: number;
  /** Releases that the roots are checked for. */
  readonly targets: readonly Target[];
  /** Sentences. */
  readonly leftOut: readonly string[];
  readonly notIncluded: NotIncluded;
}
