/** In words, how long there is something. */
import { hasEnded, type Lifetime, type Target } from '../mender/version.ts';

/** Why a target lacks it, behind its name. */
export function whyLacking({ since, until }: Lifetime, target: Target): string {
  const isGone = until !== undefined && hasEnded({ until }, target);
  return isGone ? `is gone since Mender ${until}` : `is only there since Mender ${since}`;
}

/** For all releases. */
export function lifetimeText({ since, until }: Lifetime): string {
  const parts = [since === undefined ? [] : `since ${since}`, until === undefined ? [] : `gone since ${until}`];
  return parts.flat().join(', ');
}
