/** Our own messages beside those of the protocol. All that the extension knows of the server. */

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
