/** Releases of the Mender client that a check can aim at. The numbers are those of mender-update and mender-auth. */

export type Version = `${number}.${number}`;

/**
 * Targets a user can choose, oldest first. The bundle called "Mender Client 6.0" holds 5.1 of both programs.
 * Source: mender-docs@master:302.Release-information/01.Supported-releases/docs.md
 */
export const targets = ['4.0', '5.0', '5.1'] as const;

export type Target = (typeof targets)[number];

export const newestTarget: Target = '5.1';

export function isTarget(value: unknown): value is Target {
  return targets.some(target => target === value);
}

export function atLeast(version: Version, least: Version): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
