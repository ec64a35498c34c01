/**
 * `npm run fuzz -- --sweep [--samples N | --seconds N] [--seed N] [--only PATH]`: one to three random tokens of a
 * language, repeated, checked and fixed. Lists texts that take more than twice the steps for twice the text, and texts
 * that take more than seven times the time for four times the text: those are more than linear in built-in work,
 * searching and matching.
 */

// Must come first: modules that are loaded before are not counted.
import './steps.ts';
import { parseArgs } from 'node:util';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { type LanguageTokens, languages } from './languages.ts';
import { processorTime } from './processor-time.ts';
import { Random } from './random.ts';
import { stepsOf } from './steps.ts';

const { values } = parseArgs({
  options: {
    sweep: { type: 'boolean' },
    samples: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
});

/** Kilobytes for counting steps; for measuring time. */
const COUNTED = [8, 16];
const TIMED = [32, 128];
const MOST_GROWTH = { steps: 2.3, time: 7 };
/** Milliseconds for a megabyte below which longer texts are not tried, and that are significant. */
const LEAST_TIME = 150;

const options = { ...defaultCheckOptions, include: optIns, sources: sourceReader };
const documentOf = (path: string, text: string) => createDocument({ uri: path, path, text });
const works: Readonly<Record<string, (path: string, text: string) => void>> = {
  check: (path, text) => void check(documentOf(path, text), options),
  fix: (path, text) => void fixAll(documentOf(path, text), options, { unsafe: true }),
};

interface Sample {
  readonly language: LanguageTokens;
  readonly repeated: string;
  readonly work: string;
}

/** One number for each size. */
function measured(
  { language: { path, head }, repeated, work }: Sample,
  sizes: readonly number[],
  measure: (work: () => void) => number,
): readonly number[] {
  return sizes.map(size => {
    const text = head + repeated.repeat(Math.ceil((size * 1000) / repeated.length));
    return measure(() => works[work]!(path, text));
  });
}

function growthOf(numbers: readonly number[]): number {
  return numbers.at(-1)! / numbers[0]!;
}

/** The flaw of a sample, if any. */
function flawOf(sample: Sample): string | undefined {
  const steps = measured(sample, COUNTED, stepsOf);
  if (growthOf(steps) > MOST_GROWTH.steps) return `${steps.join(' / ')} steps`;
  const times = measured(sample, TIMED, processorTime);
  if (times.at(-1)! < LEAST_TIME || growthOf(times) < MOST_GROWTH.time) return undefined;
  // Other processes are busy, and memory is collected now and then.
  const again = measured(sample, TIMED, processorTime);
  const best = times.map((time, index) => Math.min(time, again[index]!));
  return growthOf(best) < MOST_GROWTH.time ? undefined : `${best.map(each => each.toFixed(0)).join(' / ')} ms`;
}

const random = new Random(Number(values.seed));
const chosen = languages.filter(({ path }) => values.only === undefined || path === values.only);
const start = performance.now();
let [tried, bad] = [0, 0];
for (; tried < Number(values.samples) && performance.now() - start < 1000 * Number(values.seconds); tried++) {
  const language = chosen[tried % chosen.length]!;
  const repeated = Array.from({ length: 1 + random.below(3) }, () => random.pick(language.tokens)).join('');
  const sample = { language, repeated, work: random.once(3) ? 'fix' : 'check' };
  const flaw = flawOf(sample);
  if (flaw === undefined) continue;
  bad++;
  console.log(`GROWS ${sample.work} ${language.path} ${JSON.stringify(repeated)}: ${flaw}`);
}
console.log(
  `seed ${values.seed}: ${tried} texts in ${chosen.length} languages at ${[...COUNTED, ...TIMED].join(', ')} KB; ${bad} grow by more than their length`,
);
process.exitCode = bad > 0 ? 1 : 0;
