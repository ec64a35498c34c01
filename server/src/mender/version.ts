/** Versions of the client, their order, and lifetimes in terms of them. Which releases exist is data: releases.ts. */

export type Version = `${number}.${number}` | `${number}.${number}.${number}`;

/** What files are checked for: a release, which means all of its patch levels, or one of these. */
export type Target = Version;

/** What files were written for: `any` reports everything. */
export type Origin = Version | 'any';

/** The first release with something, and the first without it; always, where nothing is said. */
export interface Lifetime {
  /** The first release that has it. */
  readonly since?: Version | undefined;
  /** The first release in which it is gone. */
  readonly until?: Version | undefined;
}

function numbers(version: Version): readonly (number | undefined)[] {
  return version.split('.').map(Number);
}

/** Negative if `a` is older. `missing` is the patch level for a release without one. */
function order(a: Version, b: Version, missing = 0): number {
  const [[major, minor, patch = missing], [otherMajor, otherMinor, otherPatch = 0]] = [numbers(a), numbers(b)];
  return major! - otherMajor! || minor! - otherMinor! || patch - otherPatch;
}

/** Whether the oldest patch level of a release is at least this version. */
export function atLeast(version: Version, least: Version): boolean {
  return order(version, least) >= 0;
}

/** Whether a change came after the oldest patch level of a release. */
export function isAfter(change: Version, release: Version): boolean {
  return order(change, release) > 0;
}

/** Whether any patch level of the target, published or future, is at least this version. */
export function reaches(target: Target, version: Version): boolean {
  return order(target, version, Number.POSITIVE_INFINITY) >= 0;
}

/** Whether every device of the target has it: it may be written for that target. */
export function isAvailable({ since, until }: Lifetime, target: Target): boolean {
  return (since === undefined || atLeast(target, since)) && !hasEnded({ until }, target);
}

/** Whether it is gone on the target, or on some of its patch levels. */
export function hasEnded({ until }: Lifetime, target: Target): boolean {
  return until !== undefined && reaches(target, until);
}
