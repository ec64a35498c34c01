/**
 * Fixes of uses that depend on each other are one fix. A use that runs only because of another one is not fixed alone:
 * a watchdog whose probe still fails would act each time. And no fix makes the finding of another use disappear.
 */

import type { Edit, Fix } from '../fixes/fix.ts';
import type { Match } from '../rules/occurrence.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { MOST_JOINED, MOST_PAIRS } from '../text/limits.ts';
import type { Guards } from './guards/guards.ts';

export function withJoinedFixes(matches: readonly Match[], guards: Guards): readonly Match[] {
  const open = new Set<Match>();
  const relations = relationsOf(matches, guards, open);
  if (relations.size === 0 && open.size === 0) return matches;
  return matches.map(match => {
    const related = relatedTo(match, relations);
    if (!related) return { ...match, fixes: [] };
    const isOpen = open.has(match) || [...related.keys()].some(other => open.has(other));
    if (related.size === 0 && !isOpen) return match;
    return { ...match, fixes: match.fixes.flatMap(fix => joined(fix, related, isOpen)) };
  });
}

/**
 * Uses that must be changed together: `depends` for those that a use decides about, `hides` for those that would not be
 * found any more.
 */
type Relation = 'depends' | 'hides';
type Relations = ReadonlyMap<Match, ReadonlyMap<Match, Relation>>;

/** Collects in `open` the uses that depend on a probe for the old client which is not reported. */
function relationsOf(matches: readonly Match[], guards: Guards, open: Set<Match>): Relations {
  const relations = new Map<Match, Map<Match, Relation>>();
  const relate = (match: Match, other: Match, relation: Relation) => {
    const known = relations.get(match) ?? new Map<Match, Relation>();
    relations.set(match, known);
    if (relation === 'hides' || !known.has(other)) known.set(other, relation);
  };
  const byPlace = new Map(matches.flatMap(match => (match.at === undefined ? [] : [[match.at, match] as const])));
  for (const match of matches) {
    for (const { at, because } of guards.decidedBy(match)) {
      const other = byPlace.get(at);
      if (!other && guards.probesOld(match.branchContext, at)) open.add(match);
      if (!other || other === match) continue;
      relate(match, other, 'depends');
      // Once corrected, a probe lets its dependants run: their mistakes would then take effect.
      if (!because && (match.isProbe || guards.isHarmful(match))) relate(other, match, 'depends');
      // Corrected for the new client, the probe succeeds: the consequences of its failure are not reached any more.
      if (because && guards.probesPresence(other)) relate(other, match, 'hides');
    }
  }
  let pairs = 0;
  for (const [use, match] of guards.possibleAnswers(matches)) {
    if (++pairs > MOST_PAIRS) break;
    if (guards.wouldAnswer(use, match)) relate(use, match, 'hides');
  }
  for (const [at, match] of guards.answeredOnceCorrected(matches)) {
    if (++pairs > MOST_PAIRS) break;
    const probe = byPlace.get(at);
    if (probe && probe !== match && guards.probesPresence(probe)) relate(probe, match, 'hides');
  }
  return relations;
}

/**
 * All uses that depend on a use, in the order in which they are found. Undefined as soon as `joined` cannot offer
 * anything: otherwise, of many uses that hide each other, each would visit all.
 */
function relatedTo(match: Match, relations: Relations): ReadonlyMap<Match, Relation> | undefined {
  const found = new Map<Match, Relation>();
  const open = [match];
  let joinable = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    for (const [other, relation] of relations.get(at) ?? []) {
      const known = other === match ? 'hides' : found.get(other);
      if (known === 'hides' || known === relation) continue;
      if (known === undefined) {
        if (relation === 'hides' && (other.fixes.length === 0 || joinable >= MOST_JOINED)) return undefined;
        if (other.fixes.length > 0) joinable++;
      }
      found.set(other, relation);
      open.push(other);
    }
  }
  return found;
}

/** Nothing where a use that would be hidden cannot be changed as well. */
function joined(fix: Fix, related: ReadonlyMap<Match, Relation>, isOpen: boolean): Fix[] {
  const others: Fix[] = [];
  let isPartial = isOpen;
  for (const [other, relation] of related) {
    // Support for 3.x is kept in all of these places, or in none.
    const best = fix.probesAtRuntime ? other.fixes.find(({ probesAtRuntime: isProbe }) => isProbe) : other.fixes[0];
    if (fix.probesAtRuntime && !best) return [];
    if (best && others.length < MOST_JOINED) others.push(best);
    else if (relation === 'hides') return [];
    else isPartial = true;
  }
  const edits = together([fix, ...others]);
  if (!edits) {
    if ([...related.values()].includes('hides')) return [];
    return [{ ...fix, safety: 'review', title: `${fix.title} (check: its decision must change, too)` }];
  }
  const isSafe = !isPartial && [fix, ...others].every(({ safety }) => safety === 'safe');
  const number = others.length;
  const title =
    number === 0 ? fix.title : `${fix.title}, with ${number === 1 ? 'what' : `the ${number} uses`} it depends on`;
  const checks = [...checksOf(others, fix.title), ...(isPartial ? [nothingOffered] : [])];
  const check = checks.length === 0 ? '' : ` (${checks.join('; ')})`;
  return [{ ...fix, title: `${title}${check}`, safety: isSafe ? 'safe' : 'review', edits }];
}

const nothingOffered = 'check: what decides about it has no automatic fix';

/** What a person must check in fixes that are made along with another one, unless its title already says so. */
function checksOf(fixes: readonly Fix[], title: string): readonly string[] {
  const checks = fixes.flatMap(fix => / \((check[^)]*)\)$/.exec(fix.title)?.[1] ?? []);
  return [...new Set(checks)].filter(check => !title.includes(`(${check})`));
}

/** In the order of the text; undefined where two of them change the same place in different ways. */
function together(fixes: readonly Fix[]): readonly Edit[] | undefined {
  const edits = [...new Set(fixes.flatMap(fix => fix.edits))].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const length = edits.at(-1)?.end ?? 0;
  return applyEdits(' '.repeat(length), edits) === undefined ? undefined : edits;
}
