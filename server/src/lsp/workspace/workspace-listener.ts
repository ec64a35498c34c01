/** Events of the workspace for those who show its findings. */
import type { Target } from '../../mender/version.ts';
import type { ScanProgress } from '../../workspace/scan.ts';
import type { NotIncluded } from '../../workspace/skipped-files.ts';

/** Receives what the workspace reports. */
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
  /** Releases that the roots are checked for. */
  readonly targets: readonly Target[];
  /** Sentences. */
  readonly leftOut: readonly string[];
  readonly notIncluded: NotIncluded;
}
