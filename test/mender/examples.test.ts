/** Every rule agrees with its own examples. */
import assert from 'node:assert/strict';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { allRules, catalogue } from '../../server/src/mender/catalogue.ts';
import { exampleTarget } from '../../server/src/mender/example-target.ts';
import type { Example } from '../../server/src/mender/rule.ts';
import { parses } from '../support/parses.ts';
import { afterBestFix, document, everyRule, findings, paths, ruleIds } from '../support/texts.ts';

const pathOf = ({ path, language }: Pick<Example, 'path' | 'language'>) => path ?? paths[language];

for (const row of allRules) {
  describe(`rule ${row.id}`, () => {
    for (const example of row.examples) {
      const { bad, good, yocto } = example;
      const target = exampleTarget(row, example, catalogue);
      const path = pathOf(example);
      it(`finds ${JSON.stringify(bad)}`, () => {
        assert.deepEqual(ruleIds(bad, path, target, yocto), [row.id]);
      });
      it(good === undefined ? `offers nothing for ${JSON.stringify(bad)}` : `fixes ${JSON.stringify(bad)}`, () => {
        assert.equal(afterBestFix(bad, path, target, yocto), good);
      });
      if (good === undefined) continue;
      it(`is silent about ${JSON.stringify(good)}`, () => {
        assert.deepEqual(ruleIds(good, path, target, yocto), []);
      });
      it(`fixes ${JSON.stringify(bad)} once`, () => {
        const options = {
          target,
          rules: everyRule,
          ...(yocto ? { yocto } : {}),
        };
        const once = fixAll(document(bad, path), options);
        const twice = fixAll(document(once.text, path), options);
        assert.equal(twice.text, once.text);
        assert.equal(twice.fixed, 0);
      });
      it(`leaves text that parses: ${JSON.stringify(good)}`, () => {
        assert.ok(parses(good, example.language));
      });
    }
    for (const example of row.quiet ?? []) {
      it(`is silent about ${JSON.stringify(example.bad)}`, () => {
        const rules = findings(example.bad, pathOf(example), exampleTarget(row, example, catalogue), example.yocto).map(
          ({ rule }) => rule,
        );
        assert.deepEqual(rules, []);
      });
    }
  });
}
