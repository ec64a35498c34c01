/** The versions of recipes that a configuration requests, compared with those that exist. */
import type { YoctoRelease } from '../mender/yocto.ts';

/** `3.%` includes 3.0.0. The value of a variable may be right. */
export function isRightVersion(right: string | undefined, written: string): boolean {
  if (right === undefined) return false;
  if (!/^[\d.]+%?$/.test(written)) return true;
  return written.endsWith('%') ? right.startsWith(written.slice(0, -1)) : written === right;
}

/** Which release has only newer ones; undefined when all have the requested version, or that is unknown. */
export function whyTooOld(
  written: string,
  releases: readonly YoctoRelease[],
  oldestOf: (release: YoctoRelease) => string | undefined,
): string | undefined {
  const newest = newestOf(written);
  for (const release of newest ? releases : []) {
    const oldest = oldestOf(release);
    if (oldest !== undefined && isOlder(newest!, oldest.split('.').map(Number)))
      return `${release} has ${oldest} and later`;
  }
  return undefined;
}

/** Of the requested ones: `4.%` is any 4. */
function newestOf(written: string): readonly number[] | undefined {
  if (!/^\d+(?:\.\d+)*(?:\.%)?$/.test(written)) return undefined;
  const numbers = written.replace(/\.%$/, '').split('.').map(Number);
  return written.endsWith('%') ? [...numbers, Number.POSITIVE_INFINITY] : numbers;
}

function isOlder(version: readonly number[], other: readonly number[]): boolean {
  for (const [index, number] of version.entries())
    if (number !== (other[index] ?? 0)) return number < (other[index] ?? 0);
  return false;
}
