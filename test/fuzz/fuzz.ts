/**
 * `npm run fuzz [-- --seconds N | --inputs N] [--workers N] [--seed N] [--untimed]`: random inputs for check and fix,
 * and the properties that they break.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Message, Order, Problem, Slowest } from './messages.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    workers: { type: 'string', default: '1' },
    untimed: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const mostInputs = Number(values.inputs ?? Number.POSITIVE_INFINITY);
const mostSeconds = Number(values.seconds ?? (values.inputs === undefined ? 60 : Number.POSITIVE_INFINITY));
const seed = Number(values.seed);
const workerCount = Number(values.workers);
if ([mostInputs, mostSeconds, seed, workerCount].some(Number.isNaN)) throw new Error('an option is not a number');

const SECONDS_PER_LINE = 30;

let [inputs, findings, characters] = [0, 0, 0];
let slowest: Slowest = { milliseconds: 0, sample: undefined };
const problems = new Map<string, Problem>();
const start = performance.now();
const seconds = () => (performance.now() - start) / 1000;

function progress(): string {
  const rate = Math.round(inputs / seconds());
  return `${inputs} inputs, ${rate}/s, ${(characters / 1e6).toFixed(1)} MB, ${findings} findings, ${problems.size} problems`;
}

function hear(message: Message): void {
  if (message.kind === 'problem') {
    const { flaw, sample } = message;
    const name = `${flaw.what} ${flaw.rule ?? ''}`;
    if (problems.has(name)) return;
    problems.set(name, message);
    console.log(`PROBLEM: ${name}\n  ${JSON.stringify(sample)}\n  ${flaw.detail.slice(0, 1000)}`);
    return;
  }
  inputs += message.inputs;
  findings += message.findings;
  characters += message.characters;
  if (message.slowest.milliseconds > slowest.milliseconds) slowest = message.slowest;
}

await new Promise<void>((resolve, reject) => {
  const workers = Array.from({ length: workerCount }, (_, index) => {
    const workerData: Order = { seed: seed + index, timed: !values.untimed };
    return new Worker(new URL('worker.mjs', import.meta.url), { workerData });
  });
  const line = setInterval(() => console.log(progress()), SECONDS_PER_LINE * 1000);
  const finish = () => {
    clearInterval(line);
    void Promise.all(workers.map(worker => worker.terminate())).then(() => resolve());
  };
  for (const worker of workers) {
    worker.on('message', (message: Message) => {
      hear(message);
      if (inputs >= mostInputs || seconds() >= mostSeconds) finish();
    });
    worker.on('error', reject);
  }
});

console.log(`seed ${seed}: ${progress()}`);
console.log(`slowest: ${slowest.milliseconds.toFixed(1)} ms for ${JSON.stringify(slowest.sample)?.slice(0, 400)}`);
process.exitCode = problems.size === 0 ? 0 : 1;
