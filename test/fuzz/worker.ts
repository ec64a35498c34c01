/** Tries inputs without end: grown by a grammar, or taken from the seeds, and broken a little most of the time. */
import { parentPort, workerData } from 'node:worker_threads';
import { targets } from '../../server/src/mender/release-names.ts';
import type { Flaw, Sample } from '../support/sound.ts';
import { grown } from './grammar.ts';
import { everyInputs, judge, type Question } from './judge.ts';
import type { Message, Order, Slowest } from './messages.ts';
import { mutated } from './mutate.ts';
import { Random } from './random.ts';
import { seeds } from './seeds.ts';
import { shrink } from './shrink.ts';

const INPUTS_PER_MESSAGE = 2000;
const LONGEST = 4000;

const { seed, timed } = workerData as Order;
const random = new Random(seed);
const known = new Set<string>();
const say = (message: Message) => parentPort!.postMessage(message);
const questions = (Object.entries(everyInputs) as [Question, number][]).filter(([name]) => timed || name !== 'growth');

function input(): Sample {
  const from = random.once(3) ? random.pick(seeds) : grown(random);
  const text = random.once(3) ? from.text : mutated(from.text, random);
  return { path: from.path, text: text.slice(0, LONGEST), target: random.once(4) ? random.pick(targets) : '5.1' };
}

function report(sample: Sample, flaw: Flaw, asked: ReadonlySet<Question>): void {
  const name = `${flaw.what} ${flaw.rule ?? ''} ${flaw.what === 'it throws' ? placeOf(flaw) : ''}`;
  if (known.has(name)) return;
  known.add(name);
  const same = (text: string) =>
    judge({ ...sample, text }, asked).flaws.find(({ what, rule }) => what === flaw.what && rule === flaw.rule);
  const text = asked.has('growth') ? sample.text : shrink(sample.text, candidate => same(candidate) !== undefined);
  say({ kind: 'problem', flaw: same(text) ?? flaw, sample: { ...sample, text } });
}

/** The line of ours that threw tells one error from another. */
function placeOf({ detail }: Flaw): string {
  return detail.split('\n').slice(0, 2).join(' ');
}

for (;;) {
  let [findings, characters] = [0, 0];
  let slowest: Slowest = { milliseconds: 0, sample: undefined };
  for (let done = 0; done < INPUTS_PER_MESSAGE; done++) {
    const sample = input();
    const asked = new Set(questions.flatMap(([question, every]) => (random.once(every) ? question : [])));
    const start = performance.now();
    const examined = judge(sample, asked);
    const milliseconds = performance.now() - start;
    // Programs that were started, and texts that were repeated, are no measure.
    if (asked.size === 0 && milliseconds > slowest.milliseconds) slowest = { milliseconds, sample };
    findings += examined.findings.length;
    characters += sample.text.length;
    for (const flaw of examined.flaws) report(sample, flaw, asked);
  }
  say({ kind: 'progress', inputs: INPUTS_PER_MESSAGE, findings, characters, slowest });
}
