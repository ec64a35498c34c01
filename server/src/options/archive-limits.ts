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

/** gzip(1) makes at most 1,032 bytes of one, of an empty image, which xz and Zstandard pack far tighter. */
export const defaultArchiveLimits: ArchiveLimits = {
  archiveSize: 32 * 2 ** 30,
  archiveRatio: 2000,
  archiveDepth: 6,
};

export const archiveLimitNames = Object.keys(defaultArchiveLimits) as ArchiveLimitName[];
