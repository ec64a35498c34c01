/**
 * `npm run fuzz -- --counted [--only PATH]`: the steps of a check of each of the texts whose time `--growth` takes. Each third of a text
 * is to take as many as the one before it; the numbers are the same on any machine.
 */

// First of all: what is loaded before is not counted.
import './steps.ts';
import { parseArgs } from 'node:util';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { type GrowingText, texts } from './growth-texts.ts';
import { stepsOf } from './steps.ts';

const { values } = parseArgs({ options: { counted: { type: 'boolean' }, only: { type: 'string' } } });

const KILOBYTES = [6, 12, 18];
/** With the square of the length, the last third takes five steps for three of the one before it. */
const MOST_GROWTH = 1.2;

const options = { ...defaultCheckOptions, include: optIns, sources: sourceReader };

function stepsFor({ path, head, repeated }: GrowingText, kilobytes: number): number {
  const text = head + repeated.repeat(Math.ceil((kilobytes * 1000) / repeated.length));
  return stepsOf(() => check(createDocument({ uri: path, path, text }), options));
}

const chosen = texts.filter(({ path }) => values.only === undefined || path === values.only);
let grown = 0;
for (const text of chosen) {
  const [once, twice, thrice] = KILOBYTES.map(kilobytes => stepsFor(text, kilobytes)) as [number, number, number];
  const growth = (thrice - twice) / (twice - once);
  if (growth > MOST_GROWTH) grown++;
  const name = `${text.path} ${JSON.stringify(text.repeated)}`;
  console.log(
    `${growth > MOST_GROWTH ? 'GROWS' : 'ok'} ${name}: ${[once, twice, thrice].join(' / ')} steps; ${growth.toFixed(2)}`,
  );
}
console.log(
  `${chosen.length} texts at ${KILOBYTES.join(', ')} KB; ${grown} take more steps than their length explains`,
);
process.exitCode = grown > 0 ? 1 : 0;
