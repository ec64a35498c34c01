/** The dependencies between the rooms, as docs/architecture.md draws them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './support/build.ts';

/** What each room may import besides itself; packages by name. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: ['vscode-languageserver-textdocument'],
  mender: [],
  languages: ['text', 'mender', 'programs', 'unbash', 'jsonc-parser', 'yaml', '@lezer'],
  programs: ['text', 'mender'],
  usage: ['programs', 'languages', 'text', 'mender'],
  fixes: ['usage', 'programs', 'languages', 'text', 'mender'],
  rules: ['fixes', 'usage', 'programs', 'languages', 'text', 'mender'],
  findings: ['rules', 'fixes', 'usage', 'programs', 'languages', 'text', 'mender'],
  options: ['languages', 'text', 'mender'],
  pages: ['findings', 'options', 'languages', 'text', 'mender', 'node:fs', 'node:url'],
  assist: ['findings', 'fixes', 'usage', 'options', 'programs', 'languages', 'text', 'mender'],
  workspace: ['options', 'findings', 'languages', 'text', 'mender', 'ignore'],
  report: ['workspace', 'options', 'findings', 'languages', 'text', 'mender', 'version.ts', '@noble', 'node:path'],
  lsp: [
    'assist',
    'pages',
    'report',
    'workspace',
    'options',
    'findings',
    'fixes',
    'languages',
    'text',
    'mender',
    'version.ts',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'vscode-uri',
    'fast-deep-equal',
  ],
  cli: [
    'report',
    'workspace',
    'options',
    'findings',
    'fixes',
    'languages',
    'text',
    'mender',
    'version.ts',
    'commander',
    'node:path',
    'sarif',
    'diff',
    'get-east-asian-width',
    'picocolors',
  ],
  host: [
    'workspace',
    'languages',
    'text',
    'fzstd',
    'tar-stream',
    'xz-decompress',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:path',
    'node:sea',
    'node:stream',
    'node:vm',
    'node:worker_threads',
    'node:zlib',
  ],
};

const source = join(root, 'server/src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)';/gms)].map(([, target]) => ({
    from: relative(source, path),
    to: target!.startsWith('.') ? relative(source, join(dirname(path), target!)) : target!,
  }));
}

const imports = filesBelow(source).flatMap(importsOf);
const roomOf = (path: string) =>
  path.includes('/') && !path.startsWith('vscode') && !path.startsWith('node:')
    ? path.slice(0, path.indexOf('/'))
    : path;

describe('imports', () => {
  for (const [room, targets] of Object.entries(allowed)) {
    it(`of ${room} go to ${targets.join(', ') || 'nothing else'}`, () => {
      const broken = imports.filter(
        ({ from, to }) => roomOf(from) === room && roomOf(to) !== room && !targets.includes(roomOf(to)),
      );
      assert.deepEqual(broken, []);
    });
  }

  it('come from rooms on the map', () => {
    const rooms = new Set(imports.map(({ from }) => roomOf(from)).filter(room => !room.endsWith('.ts')));
    assert.deepEqual([...rooms].sort(), Object.keys(allowed).sort());
  });

  it('of the table of programs are only words of command lines', () => {
    const taken = imports.filter(({ from, to }) => roomOf(from) === 'programs' && roomOf(to) !== 'programs');
    assert.deepEqual(
      [...new Set(taken.map(({ to }) => to))],
      ['text/word.ts', 'mender/tool-names.ts', 'text/fragment.ts', 'text/limits.ts'],
    );
  });

  it('of each parser are in one file', () => {
    const languages = ['cpp', 'go', 'javascript', 'php', 'python'].map(name => `@lezer/${name}`);
    for (const library of ['unbash', 'jsonc-parser', 'yaml', ...languages]) {
      assert.equal(new Set(imports.filter(({ to }) => to === library).map(({ from }) => from)).size, 1, library);
    }
  });

  it('have no cycle', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), [...path, file].join(' -> '));
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
  });

  it('of the client include only messages and words of Mender from the server', () => {
    for (const path of filesBelow(join(root, 'client/src')))
      assert.doesNotMatch(
        readFileSync(path, 'utf8'),
        /from '.*server\/src\/(?!lsp\/messages\.ts'|languages\/keywords\.ts'|languages\/unit\/unit-path\.ts')/,
      );
  });
});
