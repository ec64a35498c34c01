/**
 * `npm run chaos [-- --kills N --pairs N --messages N --edits N --large N --seed N]`: what must keep working whatever
 * happens, and how often it did. Only the named experiments run; without any, all run for a few minutes.
 */
import { parseArgs } from 'node:util';
import { makeEdits } from './edits.ts';
import { killRuns } from './kills.ts';
import { askAboutLarge } from './large.ts';
import { sendMessages } from './messages.ts';
import { runPairs } from './pairs.ts';

const parts: Readonly<Record<string, (times: number, seed: number) => Promise<string>>> = {
  kills: killRuns,
  pairs: runPairs,
  messages: sendMessages,
  edits: makeEdits,
  large: askAboutLarge,
};
const usual: Readonly<Record<string, number>> = { kills: 1000, pairs: 50, messages: 10_000, edits: 20_000, large: 5 };

const names = Object.keys(parts);
const { values } = parseArgs({
  options: Object.fromEntries([...names, 'seed'].map(name => [name, { type: 'string' }] as const)),
});
const numberOf = (name: string) => {
  const number = Number(values[name]);
  if (!(number >= 0)) throw new Error(`--${name} is no number`);
  return number;
};
const seed = values['seed'] === undefined ? Date.now() % 1_000_000 : numberOf('seed');
const areGiven = names.some(name => values[name] !== undefined);

console.log(`seed ${seed}`);
for (const name of names) {
  const times = areGiven ? (values[name] === undefined ? 0 : numberOf(name)) : usual[name]!;
  if (times > 0) console.log(`${name}: ${await parts[name]!(times, seed)}`);
}
