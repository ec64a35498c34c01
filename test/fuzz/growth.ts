/**
 * `npm run fuzz -- --growth [--megabytes 1,2,4,8]`: the time that a text takes to check, by its length, for what was slow once:
 * a head and a few tokens over and over. Time per byte is to grow by half at most.
 */
import { parseArgs } from 'node:util';
import { check } from '../../server/src/findings/check.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { matching } from '../../server/src/workspace/globs.ts';

const MOST_GROWTH = 1.5;

const { values } = parseArgs({
  options: { growth: { type: 'boolean' }, megabytes: { type: 'string', default: '1,2,4,8' } },
});
const sizes = values.megabytes.split(',').map(Number);

const shell = '#!/bin/sh\n';
const texts: readonly (readonly [path: string, head: string, repeated: string])[] = [
  ...['${{ ', '<% ', '{{ {{x}} ', '$((', '"', '`', '{ ', '&& ', '# mender\n', "echo 'mender'\n", 'X=$Y\n'].map(
    each => ['a.sh', `${shell}mender commit\n`, each] as const,
  ),
  ...['[]', '! ', '"', '&a ', '{}', '\t', '- ', 'a: b\n'].map(
    each => ['a.yml', 'a: mender commit\nb: ', each] as const,
  ),
  ['mender.conf', '{', '"ServerURL":"x",\n'],
  ['a.service', '[Service]\n', 'After=network.target\n'],
  ['Dockerfile', 'FROM x\n', 'RUN true\n'],
  ['a.bb', 'RDEPENDS = "mender-client"\n', 'A = "b"\n'],
  ['Makefile', 'all:\n\tmender commit\n', '\ttrue\n'],
];

/** Milliseconds of processor time. */
function time(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const now = process.cpuUsage();
  return (now.user + now.system - user - system) / 1000;
}

function line(name: string, timeAt: (megabytes: number) => number): boolean {
  // Once for the compiler.
  timeAt(sizes[0]! / 4);
  const times = sizes.map(timeAt);
  const growth = times.at(-1)! / sizes.at(-1)! / (times[0]! / sizes[0]!);
  // What takes no time says nothing about its growth.
  const isBad = growth > MOST_GROWTH && times.at(-1)! > 200;
  const shown = times.map(each => each.toFixed(0)).join(' / ');
  console.log(`${isBad ? 'GROWS' : 'ok'} ${name}: ${shown} ms; ${growth.toFixed(2)} times as long per byte`);
  return isBad;
}

const bad = texts.map(([path, head, repeated]) =>
  line(`${path} ${JSON.stringify(repeated)}`, megabytes => {
    const text = head + repeated.repeat(Math.ceil((megabytes * 1e6) / repeated.length));
    return time(() => check(createDocument({ uri: path, path, text })));
  }),
);
bad.push(
  line('globs on deep folders', megabytes => {
    const isMatched = matching(['**/*a/**/*b/**/*c']);
    return time(() => isMatched(`${'xa/'.repeat(Math.ceil((megabytes * 1000) / 3))}z`));
  }),
);
process.exitCode = bad.includes(true) ? 1 : 0;
