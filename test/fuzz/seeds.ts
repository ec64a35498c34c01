/** Texts to start from: the examples of the catalogue and the demo tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { root } from '../support/build.ts';
import { paths } from '../support/texts.ts';

export interface Seed {
  readonly text: string;
  readonly path: string;
}

const demo = join(root, 'test/fixtures/demo');

function demoSeeds(): Seed[] {
  return readdirSync(demo, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return { text: readFileSync(file, 'utf8'), path: file.slice(demo.length + 1) };
    });
}

export const seeds: readonly Seed[] = [
  ...allRules.flatMap(row =>
    [...row.examples, ...(row.quiet ?? [])].flatMap(({ bad, language, path }) => ({
      text: bad,
      path: path ?? paths[language],
    })),
  ),
  ...allRules.flatMap(row =>
    row.examples.flatMap(({ good, language, path }) =>
      good === undefined ? [] : [{ text: good, path: path ?? paths[language] }],
    ),
  ),
  ...demoSeeds(),
];

/** Every word of them, and the text between words. */
export const dictionary: readonly string[] = [
  ...new Set(seeds.flatMap(({ text }) => text.match(/[\w./@-]+|[^\w./@\s-]+|\s+/g) ?? [])),
];

/** Command lines of the one-line shell examples: a grammar puts them into its statements. */
export const commandLines: readonly string[] = [
  ...new Set(seeds.filter(({ path }) => path === paths.shell).flatMap(({ text }) => (text.includes('\n') ? [] : text))),
];
