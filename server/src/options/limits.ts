/** Limits of a scan: what they count and their defaults. A limit that is reached is always reported by name. */

export interface Limits {
  /** Files that are opened. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Folders that are listed. */
  readonly folders: number;
  /** Milliseconds that the check of one file takes. */
  readonly checkTime: number;
  /** Findings reported for one file. */
  readonly findingsPerFile: number;
  /** Findings reported in total. */
  readonly findings: number;
}

export type LimitName = keyof Limits;

interface LimitSchema {
  readonly default: number;
  /** Follows "Maximum number of". */
  readonly counts: string;
}

export const limitSchemas: Readonly<Record<LimitName, LimitSchema>> = {
  files: { default: 1_000_000, counts: 'files that a scan opens' },
  fileSize: { default: 1_000_000, counts: 'bytes in a file; larger files are data, not scripts' },
  folders: { default: 250_000, counts: 'folders that a scan lists' },
  checkTime: { default: 10_000, counts: 'milliseconds of a processor that checking one file may take' },
  findingsPerFile: { default: 1000, counts: 'findings reported for one file' },
  findings: { default: 10_000, counts: 'findings reported in total' },
};

export const limitNames = Object.keys(limitSchemas) as LimitName[];

export const defaultLimits = Object.fromEntries(
  limitNames.map(name => [name, limitSchemas[name].default]),
) as unknown as Limits;
