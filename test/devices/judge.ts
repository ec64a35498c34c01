/** All promises asked of one script, and the counts of many. */
import { Random } from '../fuzz/random.ts';
import { shrink } from '../fuzz/shrink.ts';
import type { Devices } from './devices.ts';
import { afterSafeFixes, findingsOf, fixesOf } from './engine.ts';
import { type Situation, situations, unnamed } from './model.ts';
import { type Breach, fixed, type Promised, safe, safeUnnamed, silent, subset } from './promise.ts';

/** How often a question could be asked, and how often the answer was a breach. */
export interface Count {
  asked: number;
  broken: number;
}

export interface Counts extends Readonly<Record<Promised | 'unnamed', Count>> {
  /** How often each exception was made, by its name. */
  readonly declared: Map<string, number>;
}

export function noCounts(): Counts {
  const none = (): Count => ({ asked: 0, broken: 0 });
  return { silent: none(), fixed: none(), subset: none(), safe: none(), unnamed: none(), declared: new Map() };
}

const SUBSETS = 2;

/** Adds to the counts what a script is worth, and answers with its breaches; those that are declared say so. */
export async function judge(
  devices: Devices,
  text: string,
  seed: number,
  counts: Counts,
  chosen: readonly Situation[] = situations,
): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const add = (count: Count, breach: Breach | undefined) => {
    count.asked++;
    if (!breach) return;
    breaches.push(breach);
    const name = breach.exception?.name;
    if (name === undefined) count.broken++;
    else counts.declared.set(name, (counts.declared.get(name) ?? 0) + 1);
  };
  if (findingsOf(text).length === 0) {
    add(counts.silent, await silent(devices, text, chosen));
    return breaches;
  }
  const after = afterSafeFixes(text);
  if (after !== text && findingsOf(after).length === 0) add(counts.fixed, await fixed(devices, text, chosen));
  const offered = fixesOf(text);
  if (offered.some(fixes => fixes.length > 0)) {
    const random = new Random(seed);
    for (let at = 0; at < SUBSETS; at++) add(counts.subset, await subset(devices, text, random, chosen));
  }
  if (offered.some(fixes => fixes.some(fix => fix.safe))) {
    const breach = await safe(devices, text, chosen);
    add(counts.safe, breach);
    if (!breach || breach.exception) add(counts.unnamed, await safeUnnamed(devices, text));
  }
  return breaches;
}

const ask: Readonly<Record<Promised, (devices: Devices, text: string, seed: number) => Promise<Breach | undefined>>> = {
  silent: (devices, text) => silent(devices, text),
  fixed: (devices, text) => fixed(devices, text),
  safe: (devices, text) => safe(devices, text),
  subset: async (devices, text, seed) => {
    const random = new Random(seed);
    for (let at = 0; at < SUBSETS; at++) {
      const breach = await subset(devices, text, random);
      if (breach) return breach;
    }
    return undefined;
  },
};

const MOST_TRIES = 250;

/** The breach of a smaller script: lines first, then whatever can go. */
export async function smaller(devices: Devices, breach: Breach, seed: number): Promise<Breach> {
  let smallest = breach;
  let tries = 0;
  const again = breach.situation === unnamed.name ? safeUnnamed : ask[breach.promise];
  // `shrink` asks at once, the devices answer later: it is given what was found out, and asked again until nothing is new.
  const known = new Map<string, boolean>();
  for (;;) {
    let open: string | undefined;
    shrink(breach.script, candidate => {
      if (open !== undefined) return false;
      const answer = known.get(candidate);
      if (answer === undefined) open = candidate;
      return answer ?? false;
    });
    if (open === undefined || tries++ > MOST_TRIES) return smallest;
    const found = candidateIsScript(open) ? await again(devices, open, seed) : undefined;
    const isSame = found !== undefined && found.exception?.name === breach.exception?.name;
    known.set(open, isSame);
    if (isSame && open.length < smallest.script.length) smallest = found;
  }
}

/** What is left of a name that was cut is of no interest. */
function candidateIsScript(text: string): boolean {
  return text.trim() !== '';
}
