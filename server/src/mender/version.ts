/** Versions of the client, their order, and how long something is part of it. Which releases there are is data: releases.ts. */

export type Version = `${number}.${number}` | `${number}.${number}.${number}`;

/** What files are checked for: a release, which stands for all of its patch levels, or one of these. */
export type Target = Version;

/** What files were written for: `any` for all there is to say. */
export type Origin = Version | 'any';

/** From when on and until when something is there; always, where nothing is said. */
export interface Lifetime {
  /** The first release that has it. */
  readonly since?: Version | undefined;
  /** The first release in which it is gone. */
  readonly until?: Version | undefined;
}

function numbers(version: Version): readonly (number | undefined)[] {
  return version.split('.').map(Number);
}

/** Below 0 where `a` is the older one. `missing` is the patch level of a release that names none. */
function order(a: Version, b: Version, missing = 0): number {
  const [[major, minor, patch = missing], [otherMajor, otherMinor, otherPatch = 0]] = [numbers(a), numbers(b)];
  return major! - otherMajor! || minor! - otherMinor! || patch - otherPatch;
}

/** Whether the oldest patch level of a release is as new as this. */
export function atLeast(version: Version, least: Version): boolean {
  return order(version, least) >= 0;
}

/** Whether a change came later than the oldest patch level of a release. */
export function isAfter(change: Version, release: Version): boolean {
  return order(change, release) > 0;
}

/** Whether any patch level of the target, published or still to come, is as new as this. */
export function reaches(target: Target, version: Version): boolean {
  return order(target, version, Number.POSITIVE_INFINITY) >= 0;
}

/** Whether every device of the target has it: what may be written for that target. */
export function isAvailable({ since, until }: Lifetime, target: Target): boolean {
  return (since === undefined || atLeast(target, since)) && !hasEnded({ until }, target);
}

/** Whether it is gone on the target, or on some of its patch levels. */
export function hasEnded({ until }: Lifetime, target: Target): boolean {
  return until !== undefined && reaches(target, until);
}
