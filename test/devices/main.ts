/** `npm run devices -- SCRIPT [WORD ...]` shows what a script does on both devices; `-- --inputs N [--seed S]` judges generated ones. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Random } from '../fuzz/random.ts';
import { Coverage } from './coverage.ts';
import { Devices } from './devices.ts';
import { Engine } from './engine.ts';
import { exceptions } from './exceptions.ts';
import { generateScript } from './generate.ts';
import { probes } from './generated-questions.ts';
import { type Counts, judge, noCounts, smaller } from './judge.ts';
import { situations, unnamed } from './model.ts';
import type { Bench, Breach } from './promise.ts';
import { compareReal } from './real-client.ts';
import { legend, sideBySide } from './show.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string' },
    scripts: { type: 'string' },
    seed: { type: 'string', default: '1' },
    situation: { type: 'string' },
    save: { type: 'string' },
    declared: { type: 'boolean', default: false },
    shrink: { type: 'string', default: '0' },
    coverage: { type: 'boolean', default: false },
    'compare-real': { type: 'boolean', default: false },
  },
});

const SECONDS_PER_LINE = 30;

function described(counts: Counts): string {
  const names: Readonly<Record<Exclude<keyof Counts, 'declared'>, string>> = {
    silent: '(a) silent',
    fixed: '(b) clean after safe fixes',
    subset: '(c) clean after some fixes',
    safe: '(d) with safe fixes',
    unnamed: '(d) where no Artifact has a name',
  };
  return (Object.keys(names) as (keyof typeof names)[])
    .map(key => `${names[key]}: ${counts[key].broken} of ${counts[key].asked} differ`)
    .join('; ');
}

interface Input {
  readonly text: string;
  readonly seed: number;
}

function* generated(inputs: number, seed: number): Generator<Input> {
  for (let at = 0; at < inputs; at++) {
    const own = seed * 1_000_003 + at;
    yield { text: generateScript(new Random(own)), seed: own };
  }
}

/** A file with an array of texts, or of texts with the seed that chose among their fixes. */
function* given(file: string): Generator<Input> {
  const inputs = JSON.parse(readFileSync(file, 'utf8')) as readonly (string | Input)[];
  for (const [at, input] of inputs.entries()) yield typeof input === 'string' ? { text: input, seed: at } : input;
}

async function judgeAll(bench: Bench, inputs: Iterable<Input>): Promise<void> {
  const counts = noCounts();
  const breaches: { breach: Breach; seed: number }[] = [];
  const start = performance.now();
  let [number, asked, said] = [0, 0, start];
  for (const { text, seed } of inputs) {
    number++;
    if (probes(text)) asked++;
    for (const breach of await judge(bench, text, seed, counts))
      if (values.declared || !breach.exception) breaches.push({ breach, seed });
    if (performance.now() - said > SECONDS_PER_LINE * 1000) {
      said = performance.now();
      console.log(`${number} scripts, ${described(counts)}`);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${number} scripts, ${asked} ask (${Math.round((asked / number) * 100)} %), ${bench.devices.runs} runs in ${seconds.toFixed(0)} s`,
  );
  console.log(described(counts).replaceAll('; ', '\n'));
  for (const { name, reason } of exceptions)
    console.log(`declared: ${counts.declared.get(name) ?? 0} ${name}. ${reason}`);
  const most = Number(values.shrink);
  const chosen = breaches.slice(0, most > 0 ? most : breaches.length);
  const shown: string[] = [];
  for (const { breach, seed: own } of chosen)
    shown.push(written(most > 0 ? await smaller(bench, breach, own) : breach, own));
  if (values.save) writeFileSync(values.save, `${shown.join('\n')}\n`);
  else if (most > 0) console.log(shown.join('\n'));
  process.exitCode = breaches.some(({ breach }) => !breach.exception) ? 1 : 0;
}

function written({ promise, situation, script, after, fixes, differences, exception }: Breach, seed: number): string {
  const indented = (text: string) => text.trimEnd().replace(/^/gm, '    ');
  return [
    `${promise}, client ${situation} (script ${seed})${exception ? `: ${exception.name}` : ''}`,
    indented(script),
    ...(after === undefined ? [] : ['  after the fixes', indented(after)]),
    ...fixes.map(title => `  + ${title}`),
    ...differences.map(text => `  - ${text}`),
    '',
  ].join('\n');
}

async function show(devices: Devices, file: string, args: readonly string[]): Promise<void> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (text === undefined) throw new Error(`${file}: no such file`);
  console.log(legend);
  const chosen = [...situations, unnamed].filter(({ name }) =>
    values.situation ? name === values.situation : name !== 'unnamed',
  );
  for (const { situation, old, young } of await devices.pairs({ text, args }, { text, args }, chosen))
    console.log(`\n${sideBySide(old, young, `client ${situation.name}`)}`);
}

async function main(): Promise<void> {
  const [file, ...args] = positionals;
  if (values['compare-real']) {
    process.exitCode = (await compareReal(text => console.log(text))) > 0 ? 1 : 0;
    return;
  }
  if (file === undefined && values.inputs === undefined && values.scripts === undefined) {
    console.error(
      'usage: npm run devices -- SCRIPT [WORD ...] [--situation NAME] | --inputs N [--seed S] | --scripts LIST.json [--shrink N] [--save FILE] [--declared] [--coverage] | --compare-real',
    );
    process.exitCode = 2;
    return;
  }
  const coverage = values.coverage ? await Coverage.start() : undefined;
  const devices = await Devices.start();
  try {
    if (file !== undefined) await show(devices, file, args);
    else if (values.scripts) await judgeAll({ engine: new Engine(), devices }, given(values.scripts));
    else await judgeAll({ engine: new Engine(), devices }, generated(Number(values.inputs), Number(values.seed)));
    if (coverage) console.log(await coverage.report(import.meta.url));
  } finally {
    await devices.stop();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
