/**
 * The releases of the Mender client in their order, with the names that users know them by. A release is added here and nowhere
 * else; what it ends says so by its own `until`.
 */
import type { Version } from './version.ts';

export interface Release {
  /** Of mender-update and mender-auth, before them of the `mender` binary; without a patch level. */
  readonly version: Version;
  /** What else it is called, as it is typed. */
  readonly aliases?: readonly string[];
  /** The bundle that it is part of, as it is called in sentences. */
  readonly bundle?: string;
  /** The newest patch level that is published: a patch level can be checked for, too. */
  readonly newestPatch: number;
  /** Files are not checked for it, only from it on: it is what they were written for. */
  readonly isPast?: true;
}

/**
 * Tags of mender up to 5.1.0 and mender-docs@master:302.Release-information/01.Supported-releases/docs.md. 3.5 stands for
 * all of 3.x, which files were written for: the few things that ended within 3.x are wrong on every target.
 */
export const releases: readonly Release[] = [
  { version: '3.5', aliases: ['3.x'], newestPatch: 3, isPast: true },
  { version: '4.0', newestPatch: 7 },
  { version: '5.0', newestPatch: 5 },
  { version: '5.1', aliases: ['6.0'], bundle: 'Mender Client 6.0', newestPatch: 0 },
];
