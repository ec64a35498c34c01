/** Handwritten documents: the length of their lines, their links, and the files that they name. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './support/build.ts';

const LONGEST_LINE = 120;

/** Folders of packages, of build results, of generated files, and of texts that are the subject of tests. */
const others = new Set(['node_modules', 'dist', 'out', 'docs/rules', 'test/fixtures', '.git']);

function documentsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (others.has(path)) return [];
    if (entry.isDirectory()) return documentsBelow(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

const documents = documentsBelow('').map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** Files are named from the root, or relative to the sources that the document is about. */
const sources = ['', 'server/src', 'client/src', 'server/src/findings'];

/** Paths between backticks; with a star or another placeholder they name no single file. */
const namedFile = /`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|json|md|jsonl))`/g;

/** Whether a file or a folder next to the document, and a heading in it, exists where the link names one. */
function isThere(document: string, link: string): boolean {
  const [name, heading] = link.split('#') as [string, string?];
  const path = name === '' ? join(root, document) : join(root, dirname(document), name);
  return existsSync(path) && (heading === undefined || anchorsOf(readFileSync(path, 'utf8')).includes(heading));
}

/** The anchors that code hosts give headings. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...text.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!);
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('documents', () => {
  it('are found', () =>
    assert.ok(documents.length > 8 && documents.some(({ path }) => path === 'docs/architecture.md')));

  for (const { path, text } of documents) {
    it(`${path} has lines of at most ${LONGEST_LINE} characters, except in tables`, () =>
      assert.deepEqual(
        text.split('\n').filter(line => line.length > LONGEST_LINE && !line.startsWith('|')),
        [],
      ));

    it(`${path} links to what is there`, () => {
      const links = [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset)="([^"]+)"/g)];
      const local = links.map(([, link, picture]) => link ?? picture!).filter(link => !/^[a-z]+:/.test(link));
      assert.deepEqual(
        local.filter(link => !isThere(path, link)),
        [],
      );
    });
  }

  for (const { path, text } of documents.filter(({ path }) => path.startsWith('docs/') || path === 'CONTRIBUTING.md'))
    it(`${path} names files that are there`, () => {
      const files = [...text.matchAll(namedFile)].map(([, file]) => file!);
      assert.deepEqual(
        files.filter(file => !sources.some(folder => existsSync(join(root, folder, file)))),
        [],
      );
    });
});
