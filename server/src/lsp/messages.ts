/** Messages of our own beside those of the protocol. This is all that the extension knows of the server. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver';

/** Notification to a client that said `showsStatus`: the state of the check of the workspace. */
export const STATUS = 'menderLint/status';

export interface Status {
  readonly kind: 'checking' | 'ready' | 'cancelled' | 'off';
  /** Files with findings, and findings in them. */
  readonly files: number;
  readonly findings: number;
  /** Releases that the folders are checked for. */
  readonly targets: readonly string[];
  /** What was left out and which limit lifts that, a sentence each. */
  readonly leftOut: readonly string[];
  /**
   * Of files that name something of Mender's and are of kinds that the options do not include: a sentence with their
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

/** Notification: check the whole workspace anew. */
export const CHECK_WORKSPACE = 'menderLint/checkWorkspace';

/** The command of our own client that shows the page of a rule. */
export const EXPLAIN = 'menderLint.explainRule';

/** The command of our own client that shows all fixes of a rule in the workspace before it makes them. */
export const FIX_RULE = 'menderLint.fixRule';

/** Request: the page of a rule in Markdown, or null. */
export const RULE_PAGE = 'menderLint/rulePage';

export interface RulePageParams {
  readonly rule: string;
  /** Of an open document: its project may have rules of its own. */
  readonly uri?: string;
}

/** Request: the rules there are, for a list to choose from. */
export const RULES = 'menderLint/rules';

export interface RuleName {
  readonly id: string;
  readonly title: string;
}

/** Request: the findings that are shown of these files, or of all files of the workspace that have any. */
export const FINDINGS = 'menderLint/findings';

export interface FindingsParams {
  readonly uris?: readonly string[];
}

export interface FileFindings {
  readonly uri: string;
  /** In the order of the text; none for a file that was asked about and has none. */
  readonly findings: readonly ListedFinding[];
}

/** What can be done about a finding: its best fix is safe or needs a person, or it has none. */
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

/** Request: what the baseline of a folder of the workspace says today; null where it is no such folder. */
export const BASELINE = 'menderLint/baseline';

export interface BaselineParams {
  readonly uri: string;
  /** Only what it says already, as far as it is still found. */
  readonly prune?: boolean;
}

export interface BaselineFile {
  readonly uri: string;
  readonly text: string;
  readonly findings: number;
  readonly files: number;
  /** Findings in the one that is there. */
  readonly before: number;
}

/** Request: where the options file of a project says the target, the edit that says another one. */
export const SELECT_TARGET = 'menderLint/selectTarget';

export interface SelectTargetParams {
  /** Of the folder that the options are to hold in. */
  readonly uri?: string;
  readonly target: string;
}

export interface SelectedTarget {
  readonly edit?: WorkspaceEdit;
}

/** Request: how far the migration of the workspace is, as a text; null where no folder is open. Takes as long as checking everything does. */
export const MIGRATION_REPORT = 'menderLint/migrationReport';

export type ReportFormat = 'markdown' | 'html' | 'json';

export interface MigrationReportParams {
  readonly format: ReportFormat;
}

/** Request: a text for whoever is to help. */
export const REPORT = 'menderLint/report';

/**
 * Request: all fixes of a folder, or of the whole workspace, as one edit. Takes as long as checking everything does.
 */
export const MIGRATE = 'menderLint/migrate';

export interface MigrateParams {
  /** Of a folder or a file in the workspace; everything when it is missing. */
  readonly uri?: string;
  /** The fixes of this rule alone. */
  readonly rule?: string;
  /** The fixes of these files alone. */
  readonly files?: readonly string[];
  /** Safe fixes alone, and none of what a baseline knows: what is shown can be fixed, and nothing else. */
  readonly safeOnly?: boolean;
}

export interface Migration {
  /**
   * Annotated by rule and reason: what needs a person needs to be confirmed. Of any choice of its edits comes a text that is
   * whole.
   */
  readonly edit: WorkspaceEdit;
  /** By uri: of the texts that the edit is for. */
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly files: number;
  /** Findings whose best fix is in the edit, by what may be done with it. */
  readonly safe: number;
  readonly review: number;
  /** Findings that have no fix. */
  readonly left: number;
  /** Findings that have one, but only once others beside them are fixed; not counted where only safe ones are asked for. */
  readonly later: number;
}

/**
 * Says whether a text is still the one that an edit was made for, whoever has read it: FNV-1a from both ends, not to
 * keep secrets. Of lines, since editors may put other ends to them, and without a byte order mark, which they keep to
 * themselves.
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

/** Request to the client: what is in folders, for a server that cannot list them itself. */
export const LIST_FOLDERS = 'menderLint/listFolders';

export interface ListFoldersParams {
  readonly uris: readonly string[];
}

/** In the order of the question; null for what cannot be listed. */
export type ListedFolders = readonly (readonly ListedEntry[] | null)[];

export interface ListedEntry {
  readonly name: string;
  /** Of a link, what it leads to. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly isLink: boolean;
}

/** Request to the client: the bytes of files. Only where messages are not text. */
export const READ_FILES = 'menderLint/readFiles';

export interface ReadFilesParams {
  readonly uris: readonly string[];
  /** Bytes; of a larger file they are not wanted. */
  readonly limit: number;
}

/** In the order of the question; null for what cannot be read. */
export type FilesRead = readonly (Uint8Array | 'too-large' | null)[];

/** Request of a server in a browser: the address of the script that reads programs, for those who include `strings`. */
export const SOURCES = 'menderLint/sources';
