/**
 * Variables of the environment: the shipped code reads those that docs/command-line.md names, and some that change
 * nothing.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/build.ts';

const documented = ['FORCE_COLOR', 'NO_COLOR', 'TERM'];

/** Other names after `env` in bundles, and why they change nothing. */
const others: Readonly<Record<string, readonly string[]>> = {
  // Commander tests whether to remove colours from its help, which has none.
  'cli.cjs': ['CLICOLOR_FORCE', 'FORCE_COLOR', 'NO_COLOR'],
  // Parts of vscode-languageclient for servers on a named pipe; minimatch and semver for debugging them.
  'language-client.cjs': ['NODE_DEBUG', 'XDG_RUNTIME_DIR', '__MINIMATCH_TESTING_PLATFORM__'],
  // Part of vscode-languageserver for servers on a named pipe.
  'server.cjs': ['XDG_RUNTIME_DIR'],
  'web.cjs': ['__MINIMATCH_TESTING_PLATFORM__'],
};

describe('variables of the environment', () => {
  it('are known in all bundles', () => {
    const bundles = readdirSync(join(root, 'dist')).filter(name => name.endsWith('.cjs'));
    assert.ok(bundles.length > 4);
    for (const bundle of bundles) {
      const names = readFileSync(join(root, 'dist', bundle), 'utf8').matchAll(/\benv(?:\?\.|\.)([A-Z_][A-Z\d_]*)\b/g);
      assert.deepEqual([...new Set([...names].map(([, name]) => name!))].sort(), others[bundle] ?? [], bundle);
    }
  });

  it('are read in two files of ours, one of which passes them on to the language server', () => {
    const taken = ['server/src', 'client/src'].flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(path => path.endsWith('.ts') && /\bprocess(?:\.|\[['"])env\b/.test(read(join(folder, path))))
        .map(path => join(folder, path)),
    );
    assert.deepEqual(taken.sort(), ['client/src/server-process.ts', 'server/src/cli.ts']);
  });

  it('are those that the documentation names where they are read', () => {
    const [, names = ''] = /\{([^{}]*)\}: CliContext\['env'\]/.exec(read('server/src/cli/style.ts')) ?? [];
    assert.deepEqual([...names.matchAll(/[A-Z_]{3,}/g)].map(String).sort(), documented);
    for (const name of documented) assert.match(read('docs/command-line.md'), new RegExp(`\`${name}[\`=]`));
  });

  it('do not change the findings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mender-lint-environment-'));
    try {
      writeFileSync(join(folder, 'a.yml'), 'jobs:\n  a:\n    steps:\n      - run: mender commit\n');
      writeFileSync(join(folder, 'a.sh'), '#!/bin/sh\nmender commit\n');
      const run = (env: Readonly<Record<string, string>>) => {
        const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'check'], {
          cwd: folder,
          env: { PATH: process.env['PATH'], ...env },
          encoding: 'utf8',
        });
        return { stdout, stderr, status };
      };
      const plain = run({});
      assert.equal(plain.status, 1);
      const names = ['LOG_TOKENS', 'LOG_STREAM', 'DEBUG', ...new Set(Object.values(others).flat())];
      const set = names.filter(name => !documented.includes(name)).map(name => [name, '1']);
      assert.deepEqual(run(Object.fromEntries(set)), plain);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
