/**
 * Limits for reading archives, in addition to those of a scan: `files` counts their entries, and `fileSize` the bytes
 * of each.
 */
import { defaultsOf, type LimitSchema } from './limits.ts';

/** gzip(1) makes at most 1,032 bytes of one; xz and Zstandard pack an empty image far more tightly. */
export const archiveLimitSchemas = {
  archiveSize: { default: 32 * 2 ** 30, counts: 'bytes that come out of all that is compressed in one archive' },
  archiveRatio: { default: 2000, counts: 'bytes that come out for each that goes in, after the first 256 MiB' },
  archiveDepth: { default: 6, counts: 'archives in one another' },
} satisfies Readonly<Record<string, LimitSchema>>;

export type ArchiveLimitName = keyof typeof archiveLimitSchemas;

export type ArchiveLimits = Readonly<Record<ArchiveLimitName, number>>;

export const archiveLimitNames = Object.keys(archiveLimitSchemas) as ArchiveLimitName[];

export const defaultArchiveLimits: ArchiveLimits = defaultsOf(archiveLimitSchemas);
