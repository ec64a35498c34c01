/**
 * `npm run fuzz -- --growth [--megabytes 1,2,4,8] [--only PATH]`: the time to check a text, by its length, with a use
 * in each line of every language, and with texts that once were slow. Time per byte may grow by half at most.
 */
import { parseArgs } from 'node:util';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { matching } from '../../server/src/workspace/globs.ts';
import { rulesOf } from '../../server/src/workspace/path-rules.ts';
import { texts } from './growth-texts.ts';
import { processorTime } from './processor-time.ts';

const MOST_GROWTH = 1.5;

const { values } = parseArgs({
  options: { growth: { type: 'boolean' }, megabytes: { type: 'string', default: '1,2,4,8' }, only: { type: 'string' } },
});
const sizes = values.megabytes.split(',').map(Number);

const options = { ...defaultCheckOptions, include: optIns, sources: sourceReader };

function line(name: string, timeAt: (megabytes: number) => number): boolean {
  // Once for the JIT compiler.
  timeAt(sizes[0]! / 4);
  const times = sizes.map(timeAt);
  const growth = times.at(-1)! / sizes.at(-1)! / (times[0]! / sizes[0]!);
  // A text that takes no time shows nothing about growth.
  const isBad = growth > MOST_GROWTH && times.at(-1)! > 200;
  const shown = times.map(each => each.toFixed(0)).join(' / ');
  console.log(`${isBad ? 'GROWS' : 'ok'} ${name}: ${shown} ms; ${growth.toFixed(2)} times as long per byte`);
  return isBad;
}

const bad = texts
  .filter(({ path }) => values.only === undefined || path === values.only)
  .map(({ path, head, repeated }) =>
    line(`${path} ${JSON.stringify(repeated)}`, megabytes => {
      const text = head + repeated.repeat(Math.ceil((megabytes * 1e6) / repeated.length));
      return processorTime(() => check(createDocument({ uri: path, path, text }), options));
    }),
  );
bad.push(
  line('deep globs on deep folders', megabytes => {
    const isMatched = matching([`${'**/*a/'.repeat(6)}*b`]);
    // No system accepts a path longer than 4 KB.
    return processorTime(() => isMatched(`${'xa/'.repeat(Math.ceil(megabytes * 150))}z`));
  }),
  line('patterns of an ignore file', megabytes => {
    const patterns = Array.from({ length: Math.ceil(megabytes * 50_000) }, (_, index) => `src/a${index}/**/*.sh`);
    return processorTime(() => rulesOf(patterns).ignores('src/b/c.sh'));
  }),
);
process.exitCode = bad.includes(true) ? 1 : 0;
