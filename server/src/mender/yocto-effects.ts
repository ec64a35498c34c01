/** Effects by the release of Yocto that several rules share. */
import type { Effect, YoctoEffect } from './rule.ts';
import type { YoctoRelease } from './yocto.ts';

/** Right before it. */
export function brokenSince(since: YoctoRelease, effect: Effect): readonly YoctoEffect[] {
  return [{ since, effect }];
}

/** Builds of wrynose stop; earlier ones ignore it. */
export const ignoredBeforeWrynose: readonly YoctoEffect[] = [
  { since: 'kirkstone', effect: 'ignored' },
  { since: 'wrynose', effect: 'fails' },
];
