/** Sentences about a rule that rule pages, hovers and the command line share. */

import { newestTarget } from '../mender/release-names.ts';
import type { Example, Rule } from '../mender/rule.ts';
import { effectOnYocto, isOfThings } from '../mender/span.ts';
import { hasEnded, type Lifetime, type Target } from '../mender/version.ts';
import { yoctoReleases } from '../mender/yocto.ts';
import type { Severity } from './finding.ts';
import { severityOf } from './severity.ts';

export function sinceText(rule: Rule): string {
  const { component, removedIn, deprecatedIn } = rule;
  if (component === 'project') return 'a rule of this project';
  if (isOfThings(rule)) return 'not there in all releases';
  if (removedIn !== undefined) return `gone or changed since ${removedIn}`;
  return deprecatedIn === undefined ? 'in all releases' : `since ${deprecatedIn}`;
}

/** The example before and after its fix, as plain text. */
export function exampleText({ bad, good }: Example): string {
  const indented = (text: string) => text.trimEnd().replace(/^/gm, '    ');
  return good === undefined ? `Example:\n${indented(bad)}` : `Before:\n${indented(bad)}\nAfter:\n${indented(good)}`;
}

/**
 * The severity of a rule in layers for each release of Yocto, undefined where it finds nothing; and without a release.
 */
export function yoctoSeverities(rule: Rule): {
  readonly releases: readonly { readonly name: string; readonly version: string; readonly severity?: Severity }[];
  readonly otherwise: string;
} {
  const releases = yoctoReleases.map(({ name, version }) => {
    const isFound = effectOnYocto(rule, name) !== undefined;
    return { name, version, ...(isFound && { severity: severityOf(rule, { target: newestTarget, yocto: [name] }) }) };
  });
  const otherwise = rule.yoctoOnly
    ? 'Where nothing says a release, nothing is found.'
    : `Where nothing says a release: ${severityOf(rule)}.`;
  return { releases, otherwise };
}

/** Why a target lacks it, as text after its name. */
export function whyLacking({ since, until }: Lifetime, target: Target): string {
  const isGone = until !== undefined && hasEnded({ until }, target);
  return isGone ? `is gone since Mender ${until}` : `is only there since Mender ${since}`;
}

/** For all releases. */
export function lifetimeText({ since, until }: Lifetime): string {
  const parts = [since === undefined ? [] : `since ${since}`, until === undefined ? [] : `gone since ${until}`];
  return parts.flat().join(', ');
}
