/**
 * Limits of a scan and of archives: what they count and their defaults. A limit that is reached is always reported by
 * name.
 */

export interface LimitSchema {
  readonly default: number;
  /** Follows "Maximum number of". */
  readonly counts: string;
}

export const limitSchemas = {
  files: { default: 1_000_000, counts: 'files that a scan opens' },
  fileSize: { default: 1_000_000, counts: 'bytes in a file; larger files are data, not scripts' },
  folders: { default: 250_000, counts: 'folders that a scan lists' },
  checkTime: { default: 10_000, counts: 'milliseconds of a processor that checking one file may take' },
  findingsPerFile: { default: 1000, counts: 'findings reported for one file' },
  findings: { default: 10_000, counts: 'findings reported in total' },
} satisfies Readonly<Record<string, LimitSchema>>;

export type LimitName = keyof typeof limitSchemas;

export type Limits = Readonly<Record<LimitName, number>>;

export const limitNames = Object.keys(limitSchemas) as LimitName[];

export const defaultLimits: Limits = defaultsOf(limitSchemas);

/**
 * Limits for reading archives, in addition to those of a scan: `files` counts their entries, and `fileSize` the bytes
 * of each. gzip(1) makes at most 1,032 bytes of one; xz and Zstandard pack an empty image far more tightly.
 */
export const archiveLimitSchemas = {
  archiveSize: { default: 32 * 2 ** 30, counts: 'bytes that come out of all that is compressed in one archive' },
  archiveRatio: { default: 2000, counts: 'bytes that come out for each that goes in, after the first 256 MiB' },
  archiveDepth: { default: 6, counts: 'archives in one another' },
} satisfies Readonly<Record<string, LimitSchema>>;

export type ArchiveLimitName = keyof typeof archiveLimitSchemas;

export type ArchiveLimits = Readonly<Record<ArchiveLimitName, number>>;

export const archiveLimitNames = Object.keys(archiveLimitSchemas) as ArchiveLimitName[];

export const defaultArchiveLimits: ArchiveLimits = defaultsOf(archiveLimitSchemas);

function defaultsOf<Name extends string>(schemas: Readonly<Record<Name, LimitSchema>>): Readonly<Record<Name, number>> {
  const defaults = Object.entries<LimitSchema>(schemas).map(([name, schema]) => [name, schema.default]);
  return Object.fromEntries(defaults) as Record<Name, number>;
}
