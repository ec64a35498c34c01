/** What uses do by the release of Yocto, as far as several rows share it. */
import type { Effect, YoctoEffect } from './rule.ts';
import type { YoctoRelease } from './yocto.ts';

/** Right before it. */
export function brokenSince(since: YoctoRelease, effect: Effect): readonly YoctoEffect[] {
  return [{ since, effect }];
}

/** Builds of wrynose stop; those before it go on without it. */
export const ignoredBeforeWrynose: readonly YoctoEffect[] = [
  { since: 'kirkstone', effect: 'ignored' },
  { since: 'wrynose', effect: 'fails' },
];
