/** Ignore files in random trees, compared with git. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { inFolder } from '../support/command.ts';

const use = '#!/bin/sh\nmender commit\n';
const names = ['a', 'a', 'b', 'b', 'x y', '[z]', '!n', '#h'];
const files = ['x.sh', 'y.sh', 'run', 'b.sh ', '!k.sh', 'f[1].sh'];

const folder = fc
  .array(fc.constantFrom(...names), { maxLength: 3 })
  .map(parts => parts.map(part => `${part}/`).join(''));
const escaped = (text: string) => text.replace(/^[!#]|[[\]]|\s$/g, '\\$&');
const part = fc.constantFrom(
  ...[...names, ...files].map(escaped),
  '*',
  '**',
  '*.sh',
  'x*',
  '?.sh',
  '[xy].sh',
  '[!x].sh',
);
const pattern = fc
  .record({
    parts: fc.array(part, { minLength: 1, maxLength: 2 }),
    before: fc.constantFrom('', '', '/', '!', '!', '!/', '# '),
    after: fc.constantFrom('', '', '/', '  ', '\r'),
  })
  .map(({ parts, before, after }) => `${before}${parts.join('/')}${after}`);
const ignoreFile = fc.array(pattern, { minLength: 1, maxLength: 4 }).map(lines => `${lines.join('\n')}\n`);

const tree = fc.record({
  scripts: fc.array(fc.tuple(folder, fc.constantFrom(...files)), { minLength: 4, maxLength: 16 }),
  ignoring: fc.array(fc.tuple(folder, ignoreFile), { minLength: 2, maxLength: 6 }),
  excluded: ignoreFile,
});

function git(cwd: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-c', 'core.ignoreCase=false', ...args], { encoding: 'utf8', cwd, env });
}

describe('ignore files', () => {
  it('skip what git ignores, in random trees', () =>
    fc.assert(
      fc.asyncProperty(tree, async ({ scripts, ignoring, excluded }) => {
        const there = {
          ...Object.fromEntries(scripts.map(([at, name]) => [`${at}${name}`, use])),
          ...Object.fromEntries(ignoring.map(([at, text]) => [`${at}.gitignore`, text])),
          '.git/info/exclude': excluded,
        };
        await inFolder(there, async (folder, command) => {
          git(folder, 'init', '-q');
          const { findings } = JSON.parse((await command('check', '--format', 'json')).out);
          const listed = git(folder, 'ls-files', '-co', '--exclude-standard', '-z').split('\0');
          assert.deepEqual(
            new Set(findings.map(({ path }: { path: string }) => path)),
            new Set(listed.filter(path => path in there && !path.endsWith('.gitignore'))),
          );
        });
      }),
      { numRuns: 200 },
    ));
});
