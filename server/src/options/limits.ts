/** Limits of a scan: what they count and how much is sane. One that is hit is always said aloud, with its name. */

export interface Limits {
  /** Files that are opened. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Folders that are listed. */
  readonly folders: number;
  /** Findings shown of one file. */
  readonly findingsPerFile: number;
  /** Findings shown in all. */
  readonly findings: number;
}

export type LimitName = keyof Limits;

interface LimitSchema {
  readonly default: number;
  /** Ends "Largest number of". */
  readonly counts: string;
}

export const limitSchemas: Readonly<Record<LimitName, LimitSchema>> = {
  files: { default: 1_000_000, counts: 'files that a scan opens' },
  fileSize: { default: 1_000_000, counts: 'bytes in a file; larger ones are data, not scripts' },
  folders: { default: 250_000, counts: 'folders that a scan lists' },
  findingsPerFile: { default: 1000, counts: 'findings shown of one file' },
  findings: { default: 10_000, counts: 'findings shown in all' },
};

export const limitNames = Object.keys(limitSchemas) as LimitName[];

export const defaultLimits = Object.fromEntries(
  limitNames.map(name => [name, limitSchemas[name].default]),
) as unknown as Limits;
