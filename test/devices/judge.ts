/** Judges one script by all promises, and counts the results of many. */
import { Random } from '../fuzz/random.ts';
import { shrink } from '../fuzz/shrink.ts';
import { type Situation, someSituations, unnamed } from './model.ts';
import {
  type Bench,
  type Breach,
  fixed,
  type Promised,
  safe,
  safeUnnamed,
  silent,
  subset,
  type Verdict,
} from './promise.ts';

/** How many scripts were run for a promise, and how many of them broke it. */
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

/**
 * Adds the results for a script to the counts, and returns its breaches; declared ones are marked. If no situations are
 * `chosen`, promises about fixes are judged in some of them only.
 */
export async function judge(
  bench: Bench,
  text: string,
  seed: number,
  counts: Counts,
  chosen?: readonly Situation[],
): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const random = new Random(seed);
  const some = chosen ?? someSituations(random);
  const add = (count: Count, verdict: Verdict | undefined) => {
    if (verdict) count.asked++;
    if (!verdict?.breach) return;
    breaches.push(verdict.breach);
    const name = verdict.breach.exception?.name;
    if (name === undefined) count.broken++;
    else counts.declared.set(name, (counts.declared.get(name) ?? 0) + 1);
  };
  add(counts.silent, await silent(bench, text, chosen));
  add(counts.fixed, await fixed(bench, text, some));
  for (let at = 0; at < SUBSETS; at++) add(counts.subset, await subset(bench, text, random, some));
  const verdict = await safe(bench, text, random, some);
  add(counts.safe, verdict);
  if (!verdict?.breach || verdict.breach.exception) add(counts.unnamed, await safeUnnamed(bench, text, random));
  return breaches;
}

const ask: Readonly<Record<Promised, (bench: Bench, text: string, seed: number) => Promise<Verdict | undefined>>> = {
  silent: (bench, text) => silent(bench, text),
  fixed: (bench, text) => fixed(bench, text),
  safe: (bench, text) => safe(bench, text),
  subset: async (bench, text, seed) => {
    const random = new Random(seed);
    for (let at = 0; at < SUBSETS_OF_SMALLER; at++) {
      const verdict = await subset(bench, text, random);
      if (verdict?.breach) return verdict;
    }
    return undefined;
  },
};

/** A smaller script has few, and any of them will do. */
const SUBSETS_OF_SMALLER = 6;
const MOST_TRIES = 250;

/** The breach in a smaller script: lines are removed first, then anything else. */
export async function smaller(bench: Bench, breach: Breach, seed: number): Promise<Breach> {
  let smallest = breach;
  let tries = 0;
  const words = new Set(wordsOf(breach.script));
  const again =
    breach.situation === unnamed.name ? (bench: Bench, text: string) => safeUnnamed(bench, text) : ask[breach.promise];
  // `shrink` needs an answer at once, and the devices answer later: it gets the known results, and is called again
  // until nothing is new.
  const known = new Map<string, boolean>();
  for (;;) {
    let open: string | undefined;
    shrink(breach.script, candidate => {
      if (open !== undefined) return false;
      const answer = known.get(candidate);
      if (answer === undefined) open = candidate;
      return answer ?? false;
    });
    if (open === undefined || tries > MOST_TRIES) return smallest;
    const isWorthIt = isMadeOf(words, open);
    if (isWorthIt) tries++;
    const found = isWorthIt ? (await again(bench, open, seed))?.breach : undefined;
    const isSame = found !== undefined && found.exception?.name === breach.exception?.name;
    known.set(open, isSame);
    if (isSame && open.length < smallest.script.length) smallest = found;
  }
}

const wordsOf = (text: string) => text.match(/[\w./@:-]+/g) ?? [];

/** A name that was cut off is of no interest. */
function isMadeOf(words: ReadonlySet<string>, text: string): boolean {
  return text.trim() !== '' && wordsOf(text).every(word => words.has(word));
}
