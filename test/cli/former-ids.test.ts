/** Former ids of rules still work wherever an id is read. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { inFolder } from '../support/command.ts';

const FILE = '.mender-lint-baseline.json';
const renamed = allRules.flatMap(row =>
  (row.aliases ?? []).map(alias => {
    const { bad, path = 'mender.conf' } = row.examples[0]!;
    return { id: row.id, alias, path, bad };
  }),
);

const foundIn = (json: string) =>
  (JSON.parse(json) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);

describe('a former id', () => {
  it('is one of several', () => assert.ok(renamed.length >= 5));

  for (const { id, alias, path, bad } of renamed) {
    it(`${alias} is explained, and can be selected`, () =>
      inFolder({ [path]: bad }, async (_, command) => {
        assert.match((await command('explain', alias)).out, new RegExp(`^${id}: `));
        assert.deepEqual(foundIn((await command('check', '--format', 'json', '--rule', alias)).out), [id]);
      }));

    it(`${alias} is known in .mender-lint.json`, () =>
      inFolder(
        { [path]: bad, '.mender-lint.json': JSON.stringify({ rules: { [alias]: 'off' } }) },
        async (_, command) => {
          const { out, err } = await command('check', '--format', 'json');
          assert.equal(err, '');
          assert.ok(!foundIn(out).includes(id));
        },
      ));

    it(`${alias} is known in a baseline, which is written with the new id`, () =>
      inFolder({ [path]: bad }, async (folder, command) => {
        await command('baseline');
        const text = readFileSync(`${folder}/${FILE}`, 'utf8');
        assert.ok(text.includes(`"${id} `));
        writeFileSync(`${folder}/${FILE}`, text.replaceAll(`"${id} `, `"${alias} `));
        const { out } = await command('check', '--format', 'json');
        assert.deepEqual(foundIn(out), []);
        assert.match(out, /"prunable": 0/);
        await command('baseline', '--prune');
        assert.equal(readFileSync(`${folder}/${FILE}`, 'utf8'), text);
      }));
  }
});
