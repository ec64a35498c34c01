/** Any choice of fixes removes the findings that it is about, and makes no other one disappear. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { shellScript } from '../fuzz/grammar.ts';
import { Random } from '../fuzz/random.ts';
import { seeds } from '../fuzz/seeds.ts';
import { someFixes, vanished } from '../support/monotone.ts';
import { findings } from '../support/texts.ts';

const ROUNDS = 4;
const SCRIPTS = 400;

function assertMonotone(text: string, path: string, random: Random): void {
  const found = findings(text, path);
  const alone = found.flatMap(finding => finding.fixes.map(({ edits }) => [{ finding, edits }]));
  const several = Array.from({ length: found.length > 1 ? ROUNDS : 0 }, () => someFixes(found, random));
  for (const chosen of [...alone, ...several]) {
    const gone = vanished(text, found, chosen, after => findings(after, path));
    assert.deepEqual(gone, [], `after ${chosen.map(({ finding }) => finding.rule).join(', ')} in\n${text}`);
  }
}

describe('fixes make no other finding disappear', () => {
  for (const { text, path } of seeds) {
    const seed = createHash('sha256').update(text).digest().readInt32LE();
    it(`${path}: ${JSON.stringify(text).slice(0, 90)}`, () => assertMonotone(text, path, new Random(seed)));
  }

  it('in two neighbouring findings', () => {
    const random = new Random(1);
    const shell = seeds.filter(({ path }) => path === 'script.sh');
    for (let count = 0; count < SCRIPTS; count++)
      assertMonotone(`${random.pick(shell).text}\n${random.pick(shell).text}`, 'script.sh', random);
  });

  it('in random scripts', () => {
    const random = new Random(2);
    for (let count = 0; count < SCRIPTS; count++) assertMonotone(shellScript(random), 'script.sh', random);
  });
});
