/** The span between two releases: what was changed between them, and what the later one lacks. */
import type { Effect, Rule } from './rule.ts';
import { hasEnded, isAfter, isAvailable, type Lifetime, reaches, type Target, type Version } from './version.ts';
import { isBefore, type YoctoRelease } from './yocto.ts';

/** What a file is checked for: the release that it must work with, and the one that it already works with. */
export interface Span {
  readonly target: Target;
  /** Earlier changes do not count; undefined for any release. */
  readonly from?: Version | undefined;
  /** The releases of Yocto that are built with; empty if none is named. */
  readonly yocto?: readonly YoctoRelease[] | undefined;
}

/** Whether the target lacks it; things that were already gone in `from` do not count. */
export function isLacking(thing: Lifetime, { target, from }: Span): boolean {
  if (isAvailable(thing, target)) return false;
  return from === undefined || thing.until === undefined || !hasEnded(thing, target) || isAfter(thing.until, from);
}

/** Whether anything that the rule is about was changed between the two. */
function isChanged(rule: Rule, { target, from, yocto = [] }: Span): boolean {
  const { deprecatedIn, removedIn, component } = rule;
  // Where the release of Yocto decides, it does so whichever release of the client it builds.
  const isOfYocto = yocto.length > 0 && rule.yocto !== undefined;
  const changes = [deprecatedIn, removedIn].filter(version => version !== undefined);
  // Something that never worked was not changed either, unless it does not depend on releases of Mender.
  if (changes.length === 0) return from === undefined || component === 'project' || component === 'mender-lint';
  const relevant = changes.filter(version => isOfYocto || reaches(target, version));
  return relevant.some(version => from === undefined || isAfter(version, from));
}

/** Whether a rule applies: one about several things does as soon as one of them is lacking. */
export function concerns(rule: Rule, things: readonly Lifetime[], span: Span): boolean {
  if (isRightOnYocto(rule, span)) return false;
  return isOfThings(rule) ? things.some(thing => isLacking(thing, span)) : isChanged(rule, span);
}

/** Whether the rule's subject is right in all releases of Yocto that count. */
function isRightOnYocto(rule: Rule, { yocto = [] }: Span): boolean {
  if (rule.yoctoOnly && yocto.length === 0) return true;
  return yocto.length > 0 && rule.yocto !== undefined && yocto.every(release => !effectOnYocto(rule, release));
}

/** The effect in a build with that release; undefined where it is right, and for rules without releases of Yocto. */
export function effectOnYocto({ yocto = [] }: Rule, release: YoctoRelease): Effect | undefined {
  return yocto.findLast(({ since }) => !isBefore(release, since))?.effect;
}

/** Whether a rule is about anything that a release lacks, and not about one thing. */
export function isOfThings({ match }: Rule): boolean {
  return match.kind === 'option' && match.defect === 'unavailable';
}

/** The lifetime of a rule's subject. */
export function lifetimeOf({ removedIn, deprecatedIn }: Rule): Lifetime {
  return { until: removedIn ?? deprecatedIn };
}
