/**
 * A clean report is a promise: the devices judge it with generated scripts, the kinds that were wrong, and the rules'
 * examples.
 */
import assert from 'node:assert/strict';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { Random } from '../fuzz/random.ts';
import { Devices } from './devices.ts';
import { Engine } from './engine.ts';
import { exceptions } from './exceptions.ts';
import { generateScript } from './generate.ts';
import { probes } from './generated-questions.ts';
import { judge, noCounts } from './judge.ts';
import { kinds, rightlySilent, wronglyFixed } from './kinds.ts';
import { active, inactive, type Situation, situations } from './model.ts';
import type { Breach } from './promise.ts';

const SEED = 16;
const SCRIPTS = 30;

const told = ({ promise, situation, script, after, differences }: Breach): string =>
  [`${promise}, client ${situation}`, script, ...(after ? ['after the fixes', after] : []), ...differences].join('\n');

describe('a clean report', () => {
  let devices: Devices;
  before(async function () {
    this.timeout(120_000);
    devices = await Devices.start();
  });
  after(() => devices.stop());

  /** Breaches of the promise that are not declared. */
  async function broken(texts: readonly string[], chosen: readonly Situation[]): Promise<string[]> {
    const counts = noCounts();
    const bench = { engine: new Engine(), devices };
    const found: string[] = [];
    for (const [seed, text] of texts.entries())
      for (const breach of await judge(bench, text, seed, counts, chosen))
        if (!breach.exception) found.push(told(breach));
    return found;
  }

  it('is true for generated scripts, in each situation', async () => {
    const texts = Array.from({ length: SCRIPTS }, (_, at) => generateScript(new Random(SEED * 1000 + at)));
    assert.ok(texts.filter(probes).length > SCRIPTS / 2);
    assert.deepEqual(await broken(texts, situations), []);
  }).timeout(120_000);

  for (const { name, scripts } of kinds)
    it(`is true where it once was not: ${name}`, async () => {
      assert.deepEqual(await broken(scripts, [active, inactive]), []);
    }).timeout(120_000);

  it('is true for fixes that once were not safe', async () => {
    assert.deepEqual(await broken(wronglyFixed, [active, inactive]), []);
  }).timeout(120_000);

  it('is given for rightly silent scripts, and true for them', async () => {
    const engine = new Engine();
    assert.deepEqual(
      rightlySilent.filter(text => engine.findingsOf(text).length > 0),
      [],
    );
    assert.deepEqual(await broken(rightlySilent, [active, inactive]), []);
  }).timeout(120_000);

  it('is true for the examples of the rules', async () => {
    const texts = allRules.flatMap(({ examples }) =>
      examples.flatMap(({ bad, language }) => (language === 'shell' ? [`${bad}\n`] : [])),
    );
    assert.deepEqual(await broken(texts, [active]), []);
  }).timeout(120_000);

  it('has exceptions with a unique name and a reason', () => {
    assert.equal(new Set(exceptions.map(({ name }) => name)).size, exceptions.length);
    assert.deepEqual(
      exceptions.filter(({ reason, promises }) => reason === '' || promises.length === 0),
      [],
    );
  });
});
