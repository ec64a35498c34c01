/**
 * A fix never writes what the target lacks: every fix of every rule's examples, at every target, is checked for that
 * target again.
 */
import assert from 'node:assert/strict';
import { allRules, catalogue } from '../../server/src/mender/catalogue.ts';
import { targets } from '../../server/src/mender/release-names.ts';
import { isAvailable } from '../../server/src/mender/version.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { findings, paths } from '../support/texts.ts';

const examples = allRules.flatMap(row =>
  row.examples.map(({ bad, language, path = paths[language] }) => ({ bad, path })),
);

/** Options of the new programs that the target lacks and another release has, as a call names them. */
const lackedBy = (target: (typeof targets)[number]): readonly string[] =>
  catalogue.programs.flatMap(({ globals, commands }) => {
    const options = [...globals, ...commands.flatMap(command => command.options)];
    const here = new Set(options.filter(option => isAvailable(option, target)).map(({ name }) => name));
    return options.filter(({ name }) => !here.has(name)).map(({ name }) => `--${name}`);
  });

describe('a fix for a target', () => {
  for (const target of targets) {
    it(`brings nothing that is found on ${target}, nor an option that is not there`, () => {
      const lacked = lackedBy(target);
      let fixed = 0;
      // A rule leaves alone what it is not about, even if the target lacks it.
      for (const { bad, path } of examples) {
        const before = findings(bad, path, target);
        const known = new Set(before.map(({ rule }) => rule));
        for (const { rule, fixes } of before)
          for (const { title, edits } of fixes) {
            const after = applyEdits(bad, edits);
            assert.ok(after !== undefined);
            fixed++;
            const brought = catalogue.lacking(bad, target)
              ? []
              : findings(after, path, target).filter(finding => !known.has(finding.rule));
            assert.deepEqual(
              brought.map(finding => finding.rule),
              [],
              `${rule}, ${title}:\n${after}`,
            );
            const written = edits.map(({ newText }) => newText).join('\n');
            for (const option of lacked)
              assert.doesNotMatch(written, new RegExp(`${option}(?![\\w-])`), `${rule}, ${title}`);
          }
      }
      assert.ok(fixed > 200);
    });
  }

  it('is tested with options that come and go', () => {
    assert.ok(targets.some(target => lackedBy(target).length > 0));
  });
});
