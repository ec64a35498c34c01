/** Our own messages in addition to those of the protocol. The extension knows nothing else of the server. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver';

/** Notification to a client that has set `showsStatus`: the state of the check of the workspace. */
export const STATUS = 'menderLint/status';

export interface Status {
  readonly kind: 'checking' | 'ready' | 'cancelled' | 'off';
  /** Files with findings, and findings in them. */
  readonly files: number;
  readonly findings: number;
  /** Releases that the folders are checked for. */
  readonly targets: readonly string[];
  /** What was skipped and which limit can be raised, one sentence each. */
  readonly leftOut: readonly string[];
  /**
   * About files that name something of Mender's and are of kinds that the options do not include: a sentence with their
   * numbers, if there are any.
   */
  readonly notIncluded?: string;
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

/** Notification: check the whole workspace again. */
export const CHECK_WORKSPACE = 'menderLint/checkWorkspace';

/** The command of our own client that shows the page of a rule. */
export const EXPLAIN = 'menderLint.explainRule';

/** The command of our own client that previews all fixes of a rule in the workspace before it makes them. */
export const FIX_RULE = 'menderLint.fixRule';

/** Request: the page of a rule in Markdown, or null. */
export const RULE_PAGE = 'menderLint/rulePage';

export interface RulePageParams {
  readonly rule: string;
  /** An open document: its project may have custom rules. */
  readonly uri?: string;
}

/** Request: all rules, for a list to choose from. */
export const RULES = 'menderLint/rules';

export interface RuleName {
  readonly id: string;
  readonly title: string;
}

/** Request: the shown findings of these files, or of all files of the workspace with findings. */
export const FINDINGS = 'menderLint/findings';

export interface FindingsParams {
  readonly uris?: readonly string[];
}

export interface FileFindings {
  readonly uri: string;
  /** In the order of the text; none for a requested file without findings. */
  readonly findings: readonly ListedFinding[];
}

/** What can be done about a finding: its best fix is safe or needs a review, or it has none. */
export type Todo = 'safe' | 'review' | 'by-hand';

export interface ListedFinding {
  readonly range: Range;
  readonly rule: string;
  /** A few words about the rule. */
  readonly title: string;
  readonly message: string;
  readonly todo: Todo;
  /** Title of the best fix. */
  readonly fix?: string;
}

/** Request: a current baseline for a folder of the workspace; null if it is no such folder. */
export const BASELINE = 'menderLint/baseline';

export interface BaselineParams {
  readonly uri: string;
  /** Only the entries that it already has, as far as they are still found. */
  readonly prune?: boolean;
}

export interface BaselineFile {
  readonly uri: string;
  readonly text: string;
  readonly findings: number;
  readonly files: number;
  /** Number of findings in the existing one. */
  readonly before: number;
}

/** Request: if the options file of a project sets the target, the edit that changes it. */
export const SELECT_TARGET = 'menderLint/selectTarget';

export interface SelectTargetParams {
  /** The folder in which the options must apply. */
  readonly uri?: string;
  readonly target: string;
}

export interface SelectedTarget {
  readonly edit?: WorkspaceEdit;
}

/**
 * Request: the progress of the migration of the workspace, as a text; null where no folder is open. Takes as long as
 * checking everything.
 */
export const MIGRATION_REPORT = 'menderLint/migrationReport';

export type ReportFormat = 'markdown' | 'html' | 'json';

export interface MigrationReportParams {
  readonly format: ReportFormat;
}

/** Request: a diagnostic text to send with a report of a problem. */
export const REPORT = 'menderLint/report';

/** Request: all fixes of a folder, or of the whole workspace, as one edit. Takes as long as checking everything. */
export const MIGRATE = 'menderLint/migrate';

export interface MigrateParams {
  /** A folder or a file in the workspace; everything when it is missing. */
  readonly uri?: string;
  /** Only the fixes of this rule. */
  readonly rule?: string;
  /** Only the fixes of these files. */
  readonly files?: readonly string[];
  /** Only safe fixes, without those of findings in a baseline: exactly what is shown and can be fixed. */
  readonly safeOnly?: boolean;
}

export interface Migration {
  /**
   * Annotated by rule and reason; fixes to review need a confirmation. Any choice of its edits gives a consistent text.
   */
  readonly edit: WorkspaceEdit;
  /** By uri: the texts that the edit is for. */
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly files: number;
  /** Findings whose best fix is in the edit, by its safety. */
  readonly safe: number;
  readonly review: number;
  /** Findings that have no fix. */
  readonly left: number;
  /**
   * Findings with a fix that becomes possible only once others next to it are fixed; not counted if only safe fixes are
   * requested.
   */
  readonly later: number;
}

/**
 * Whether a text is still the one that an edit was made for, whoever has read it: FNV-1a from both ends, not meant to
 * keep secrets. Computed from lines, since editors may change line ends, and without a byte order mark, which editors
 * hide.
 */
export function fingerprint(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let [forward, backward] = [0x811c9dc5, 0x811c9dc5];
  for (let at = 0; at < lines.length; at++) {
    forward = Math.imul(forward ^ lines.charCodeAt(at), 0x01000193);
    backward = Math.imul(backward ^ lines.charCodeAt(lines.length - 1 - at), 0x01000193);
  }
  return [lines.length, forward >>> 0, backward >>> 0].map(number => number.toString(16)).join('-');
}

/** Request to the client: the entries of folders, for a server that cannot list them itself. */
export const LIST_FOLDERS = 'menderLint/listFolders';

export interface ListFoldersParams {
  readonly uris: readonly string[];
}

/** In the order of the request; null for a folder that cannot be listed. */
export type ListedFolders = readonly (readonly ListedEntry[] | null)[];

export interface ListedEntry {
  readonly name: string;
  /** For a link, that of its target. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly isLink: boolean;
}

/** Request to the client: the bytes of files. Only where messages are not text. */
export const READ_FILES = 'menderLint/readFiles';

export interface ReadFilesParams {
  readonly uris: readonly string[];
  /** Bytes; larger files are not needed. */
  readonly limit: number;
}

/** In the order of the request; null for a file that cannot be read. */
export type FilesRead = readonly (Uint8Array | 'too-large' | null)[];

/** Request of a server in a browser: the address of the script that reads programs, for users who include `strings`. */
export const SOURCES = 'menderLint/sources';
