/** The arrows between the rooms, as docs/architecture.md draws them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './support/build.ts';

/** What each room may import beside itself; packages by name. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  document: ['vscode-languageserver-textdocument'],
  syntax: ['document', 'unbash', 'jsonc-parser', 'yaml', '@lezer'],
  usage: ['syntax', 'document'],
  catalogue: [],
  fixes: ['usage', 'syntax', 'catalogue'],
  rules: ['fixes', 'usage', 'syntax', 'catalogue', 'document'],
  findings: ['rules', 'fixes', 'usage', 'syntax', 'catalogue', 'document'],
  options: ['syntax', 'catalogue', 'document'],
  pages: ['findings', 'options', 'syntax', 'catalogue', 'document', 'node:fs', 'node:url'],
  assist: ['findings', 'fixes', 'usage', 'options', 'syntax', 'catalogue', 'document'],
  workspace: ['options', 'findings', 'document', 'ignore'],
  report: ['workspace', 'options', 'findings', 'syntax', 'catalogue', 'document', 'version.ts', '@noble', 'node:path'],
  lsp: [
    'assist',
    'pages',
    'report',
    'workspace',
    'options',
    'findings',
    'fixes',
    'syntax',
    'catalogue',
    'document',
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
    'syntax',
    'catalogue',
    'document',
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
    'document',
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

  it('come from rooms that are on the map', () => {
    const rooms = new Set(imports.map(({ from }) => roomOf(from)).filter(room => !room.endsWith('.ts')));
    assert.deepEqual([...rooms].sort(), Object.keys(allowed).sort());
  });

  it('of each parser are in one file', () => {
    for (const library of ['unbash', 'jsonc-parser', 'yaml']) {
      assert.equal(new Set(imports.filter(({ to }) => to === library).map(({ from }) => from)).size, 1, library);
    }
  });

  it('make no circle', () => {
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

  it('of the client know nothing of the server but its messages and the words of Mender', () => {
    for (const path of filesBelow(join(root, 'client/src')))
      assert.doesNotMatch(
        readFileSync(path, 'utf8'),
        /from '.*server\/src\/(?!lsp\/messages\.ts'|document\/(?:words|unit-path)\.ts')/,
      );
  });
});
