/** Limits of what is read of archives, beside those of a scan: `files` counts their entries, and `fileSize` the bytes of each. */

export interface ArchiveLimits {
  /** Bytes that come out of all that is compressed in one archive. */
  readonly archiveSize: number;
  /** Bytes that come out for each that goes in, once many have come out. */
  readonly archiveRatio: number;
  /** Archives in one another. */
  readonly archiveDepth: number;
}

export type ArchiveLimitName = keyof ArchiveLimits;

interface ArchiveLimitSchema {
  readonly default: number;
  readonly counts: string;
}

/** gzip(1) makes at most 1,032 bytes of one, of an empty image, which xz and Zstandard pack far tighter. */
export const archiveLimitSchemas: Readonly<Record<ArchiveLimitName, ArchiveLimitSchema>> = {
  archiveSize: { default: 32 * 2 ** 30, counts: 'bytes that come out of all that is compressed in one archive' },
  archiveRatio: { default: 2000, counts: 'bytes that come out for each that goes in, after the first 256 MiB' },
  archiveDepth: { default: 6, counts: 'archives in one another' },
};

export const archiveLimitNames = Object.keys(archiveLimitSchemas) as ArchiveLimitName[];

export const defaultArchiveLimits = Object.fromEntries(
  archiveLimitNames.map(name => [name, archiveLimitSchemas[name].default]),
) as unknown as ArchiveLimits;
