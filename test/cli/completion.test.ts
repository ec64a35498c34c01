/** Completion: what bash and zsh offer, by running them, if they are installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { command } from '../support/command.ts';

const offered = (script: string, ...words: string[]) => {
  const run = `${script}
compopt() { :; }
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_mender_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['--norc', '-c', run], { encoding: 'utf8' }).stdout.trim().split('\n');
};

describe('completion of bash', () => {
  for (const [words, expected] of [
    [['mender-lint', 'ch'], ['check']],
    [['mender-lint', 'check', '--form'], ['--format']],
    [['mender-lint', 'check', '--format', 'sa'], ['sarif']],
    [
      ['mender-lint', 'report', '--format', ''],
      ['markdown', 'html', 'json'],
    ],
    [['mender-lint', 'report', '--sin'], ['--since']],
    [
      ['mender-lint', 'check', '--color', ''],
      ['auto', 'always', 'never'],
    ],
    [['mender-lint', 'fix', '--rule', 'mender-comm'], ['mender-commit']],
    [['mender-lint', 'explain', 'mender-inst'], ['mender-install']],
    [['mender-lint', 'check', '--fail-on', 'w'], ['warning']],
    [
      ['mender-lint', 'why', '--format', ''],
      ['text', 'json'],
    ],
    [
      ['mender-lint', 'completion', ''],
      ['bash', 'zsh'],
    ],
    [['mender-lint', 'check', 'a'], ['']],
  ] as const)
    it(`offers ${expected.join(', ') || 'files'} for ${words.join(' ')}`, async () => {
      const { code, out } = await command('completion', 'bash');
      assert.equal(code, 0);
      assert.deepEqual(offered(out, ...words), expected);
    });
});

describe('completion of zsh', () => {
  it('has all commands and options that bash has', async () => {
    const words = (out: string) => new Set(out.match(/--[a-z-]+|\b(?:sarif|mender-commit|warning|explain)\b/g));
    const [bash, zsh] = [(await command('completion', 'bash')).out, (await command('completion', 'zsh')).out];
    assert.ok(words(bash).size > 30);
    assert.deepEqual(words(zsh), words(bash));
  });

  it('refuses other shells', async () => assert.equal((await command('completion', 'tcsh')).code, 2));
});
