/** `jq` reads every fixed configuration. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { root } from '../support/build.ts';
import { afterFix } from '../support/sound.ts';
import { document, findings } from '../support/texts.ts';
import { debianProgram } from '../support/tools.ts';

const path = 'etc/mender/mender.conf';

const configurations = [
  readFileSync(join(root, 'test/fixtures/demo', path), 'utf8'),
  ...allRules.flatMap(row => row.examples.filter(({ language }) => language === 'json').map(({ bad }) => bad)),
];

const jq = debianProgram('jq');

function jqAccepts(text: string): boolean {
  return spawnSync(jq, ['.'], { input: text, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
}

describe('jq', () => {
  it('accepts each fix of a configuration that it accepted before', () => {
    const wrong = configurations
      .filter(jqAccepts)
      .flatMap(text =>
        findings(text, path).flatMap(({ fixes }) =>
          fixes.flatMap(fix => (jqAccepts(afterFix(text, fix)!) ? [] : `${fix.title}: ${text}`)),
        ),
      );
    assert.deepEqual(wrong, []);
  });

  it('accepts every configuration without findings', () => {
    const wrong = configurations.flatMap(text => {
      const fixed = fixAll(document(text, path));
      return fixed.left.length > 0 || jqAccepts(fixed.text) ? [] : fixed.text;
    });
    assert.deepEqual(wrong, []);
  });
});
