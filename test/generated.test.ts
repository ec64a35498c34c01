/** Files derived from the catalogue and the options are current. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { allRules } from '../server/src/mender/catalogue.ts';
import { isOfThings } from '../server/src/mender/span.ts';
import { generatedFiles } from '../server/src/pages/generated-files.ts';
import { root } from './support/build.ts';

const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const LONGEST_ID = 28;
/** Characters of a message without quoted names and the found text. */
const MOST_WORDS = 60;

const files = generatedFiles({ manifest: read('package.json'), configuration: read('docs/configuration.md') });

describe('generated files', () => {
  for (const [path, content] of files) {
    it(`${path} is what \`npm run generate\` writes`, () => assert.equal(read(path), content));
  }
  it('have no page of a rule that is gone', () => {
    assert.deepEqual(
      readdirSync(`${root}docs/rules`).sort(),
      [...files.keys()]
        .filter(path => path.startsWith('docs/rules/'))
        .map(path => path.slice(11))
        .sort(),
    );
  });
});

describe('catalogue', () => {
  it('uses each id once, in kebab-case', () => {
    const ids = allRules.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z0-9]+)*$/);
  });
  it('has ids that fit into a column', () => {
    assert.deepEqual(
      allRules.map(({ id }) => id).filter(id => id.length > LONGEST_ID),
      [],
    );
  });
  for (const row of allRules) {
    it(`${row.id} has sources, examples and a message of one sentence`, () => {
      assert.ok(row.sources.length > 0 && row.examples.length > 0);
      const { removedIn, deprecatedIn, component, message } = row;
      assert.match(message, /^.*[^.]\.$/);
      assert.match(message, /^(?:[A-Z]|\{to\})/, 'it starts with what to write');
      const words = message.replace(/`[^`]*`|\{\w+\}/g, '');
      assert.ok(words.length <= MOST_WORDS, `${words.length} characters: ${words}`);
      // A rule without a release is about something that no release ever did, or about Mender Lint itself.
      assert.ok(
        (removedIn ?? deprecatedIn ?? (isOfThings(row) || component === 'mender-lint')) || / is never /.test(message),
      );
    });
  }
});
