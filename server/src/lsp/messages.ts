/** Our own messages beside those of the protocol. All that the extension knows of the server. */
import type { WorkspaceEdit } from 'vscode-languageserver';

/** Notification to a client that said `showsStatus`: how the check of the workspace stands. */
export const STATUS = 'menderLint/status';

export interface Status {
  readonly kind: 'checking' | 'ready' | 'cancelled' | 'off';
  /** Files with findings, and findings in them. */
  readonly files: number;
  readonly findings: number;
  /** What was left out and which limit lifts that, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Request: why a file is checked or not. */
export const WHY = 'menderLint/why';

export interface WhyParams {
  readonly uri: string;
}

export interface Why {
  readonly checked: boolean;
  /** Follows "checked: " or "not checked, because it is ". */
  readonly why: string;
}

/** Notification: check the whole workspace anew. */
export const CHECK_WORKSPACE = 'menderLint/checkWorkspace';

/** Request: all fixes of a folder, or of the whole workspace, as one edit. Takes as long as checking everything does. */
export const MIGRATE = 'menderLint/migrate';

export interface MigrateParams {
  /** Of a folder or a file in the workspace; everything when it is missing. */
  readonly uri?: string;
}

export interface Migration {
  /** Annotated by rule: what needs a person needs to be confirmed. */
  readonly edit: WorkspaceEdit;
  readonly files: number;
  /** Findings whose best fix is in the edit, by what may be done with it. */
  readonly safe: number;
  readonly review: number;
  /** Findings that have no fix, or one that overlaps with another's. */
  readonly left: number;
}
