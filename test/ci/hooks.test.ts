/**
 * The hooks for pre-commit: what their commands do with file names, and whether pre-commit can install and run them.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/build.ts';
import { codeBlock } from '../support/code-blocks.ts';
import { type Exit, type Machine, onMachine, write } from '../support/machine.ts';
import { debianProgram } from '../support/tools.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
}

const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
const script = '#!/bin/sh\nmender commit\n';

/** As pre-commit calls it: the words of `entry`, then `args`, then names. */
function runHook(id: string, names: readonly string[], { run }: Machine): Exit {
  const { entry, args } = hooks.find(hook => hook.id === id)!;
  const [program, ...words] = entry.split(' ');
  return run(program!, [...words, ...args, ...names]);
}

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly code: number;
  /** By default all files. */
  readonly names?: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'a script that fails on the new client', files: { 'a.sh': script }, code: 1 },
  { name: 'a script that works', files: { 'a.sh': 'mender-update commit\n' }, code: 0 },
  { name: 'files that are not read', files: { 'a.txt': 'text\n', 'logo.svg': '<svg/>\n' }, code: 0 },
  { name: 'files of which one is not read', files: { 'a.txt': 'text\n', 'a.sh': script }, code: 1 },
  {
    name: 'nothing but what the project excludes',
    files: { 'vendor/a.sh': script, '.mender-lint.json': '{ "exclude": ["vendor"] }' },
    names: ['vendor/a.sh'],
    code: 0,
  },
  { name: 'nothing but what is ignored', files: { 'a.sh': script, '.gitignore': 'a.sh\n' }, names: ['a.sh'], code: 0 },
  { name: 'a name like an option', files: { '--exit-zero': 'text\n', 'a.sh': script }, code: 1 },
  { name: 'prose about a command', files: { 'NOTES.md': '```sh\nmender commit\n```\n' }, code: 2 },
  {
    name: 'prose that the project excludes',
    files: { 'NOTES.md': '```sh\nmender commit\n```\n', '.mender-lint.json': '{ "exclude": ["*.md"] }' },
    names: ['NOTES.md'],
    code: 0,
  },
];

describe('the hooks for pre-commit', () => {
  for (const { name, files, code, names = Object.keys(files) } of cases)
    it(`exit with ${code} for ${name}`, () =>
      onMachine(files, machine => {
        const exit = runHook('mender-lint', names, machine);
        assert.equal(exit.code, code, exit.out + exit.err);
      }));

  it('write safe fixes and report the rest', () =>
    onMachine({ 'a.sh': script, 'b.sh': '#!/bin/sh\nsystemctl is-active mender-client\n' }, machine => {
      const exit = runHook('mender-lint-fix', ['a.sh', 'b.sh'], machine);
      assert.equal(exit.code, 1);
      assert.match(exit.err, /b\.sh/);
      assert.equal(readFileSync(join(machine.folder, 'a.sh'), 'utf8'), '#!/bin/sh\nmender-update commit\n');
    }));
});

/**
 * A repository with the hooks and the contents of the package: like a clone of this one, but built, so that npm needs
 * nothing from elsewhere.
 */
function hooksRepository(folder: string, git: (...args: string[]) => void): void {
  const { devDependencies: _, scripts: __, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(folder);
  for (const path of ['.pre-commit-hooks.yaml', 'dist'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'A version');
  git('tag', 'v1.2.3');
}

const identity = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap(who => [
    [`GIT_${who}_NAME`, 'Somebody'],
    [`GIT_${who}_EMAIL`, 'somebody@example.com'],
  ]),
);

describe('pre-commit', () => {
  const program = debianProgram('pre-commit');

  it('finds no mistake in the file of hooks', () => {
    execFileSync(program, ['validate-manifest', join(root, '.pre-commit-hooks.yaml')]);
  });

  it('installs the hooks and runs them with the options that docs/ci.md shows', () =>
    onMachine({ 'a.sh': script, 'vendor/a.sh': script }, ({ folder, temporary, run }) => {
      const env = { ...identity, PRE_COMMIT_HOME: join(temporary, 'pre-commit'), npm_config_offline: 'true' };
      const hooksFolder = join(temporary, 'hooks');
      const git = (...args: string[]) => {
        const { code, err } = run('git', args, env);
        assert.equal(code, 0, err);
      };
      hooksRepository(hooksFolder, (...args) => git('-C', hooksFolder, ...args));
      const config = codeBlock('docs/ci.md', 'yaml', 'repos:')
        .replace(/repo: .*/, `repo: ${hooksFolder}`)
        .replace(/rev: .*/, 'rev: v1.2.3');
      write(folder, { '.pre-commit-config.yaml': config, '.mender-lint.json': '{ "exclude": ["vendor"] }' });
      git('init', '--quiet');
      git('add', '.');
      const first = run(program, ['run', '--all-files', 'mender-lint'], env);
      assert.equal(first.code, 1, first.out + first.err);
      assert.match(first.out, /^a\.sh:2:1: error: .*\[mender-commit\]$/m);
      assert.doesNotMatch(first.out, /vendor/);
      run('mender-lint', ['fix', 'a.sh'], env);
      git('add', '.');
      const second = run(program, ['run', '--all-files', 'mender-lint'], env);
      assert.equal(second.code, 0, second.out + second.err);
    }));
});
