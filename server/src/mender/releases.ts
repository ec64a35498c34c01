/**
 * The releases of the Mender client in their order, with the names that users know them by, and what each of them
 * removes. A release is added here and nowhere else.
 */
import type { Version } from './version.ts';

export interface Release {
  /** That of mender-update and mender-auth, before them of the `mender` binary; without a patch level. */
  readonly version: Version;
  /** Its other names, as they are typed. */
  readonly aliases?: readonly string[];
  /** The bundle that it is part of, as sentences name it. */
  readonly bundle?: string;
  /** The newest published patch level: a patch level can be checked for, too. */
  readonly newestPatch: number;
  /**
   * Things that it removes without a new name: `mender-update resume`, `mender-update install --stop-before`,
   * `mender-snapshot`, a key with the keys around it (`Security.SSLEngine`), `unit mender-authd`, `package
   * mender-setup`, `module deb`. A renamed thing says so by its own `until`.
   */
  readonly ends?: readonly string[];
  /** Files are not checked for it: they were written for it. */
  readonly isPast?: true;
}

/**
 * Tags of mender up to 5.1.0 and mender-docs@master:302.Release-information/01.Supported-releases/docs.md. 3.5 means
 * all of 3.x, which files were written for: the few things that ended within 3.x are wrong on every target.
 */
export const releases: readonly Release[] = [
  { version: '3.5', aliases: ['3.x'], newestPatch: 3, isPast: true },
  { version: '4.0', newestPatch: 7 },
  { version: '5.0', newestPatch: 5 },
  { version: '5.1', aliases: ['6.0'], bundle: 'Mender Client 6.0', newestPatch: 0 },
];
