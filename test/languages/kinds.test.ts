/** The list of all kinds contains each that the classification knows, and each of its examples is one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { check } from '../../server/src/findings/check.ts';
import { classify } from '../../server/src/languages/classify.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { mayConcernMender } from '../../server/src/languages/keywords.ts';
import { kinds } from '../../server/src/languages/kinds.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { defaultOptions } from '../../server/src/options/options.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { root } from '../support/build.ts';
import { kindSamples } from '../support/kind-samples.ts';

describe('the kinds of files', () => {
  for (const { path, text, why, optIn } of kindSamples) {
    it(`${path}: ${why}, with findings`, () => {
      const kind = classify({ path, text });
      assert.deepEqual([kind?.why, kind?.optIn], [why, optIn]);
      const document = createDocument({ uri: path, path, text });
      assert.notDeepEqual(check(document, { ...defaultOptions, include: optIns, sources: sourceReader }), []);
      assert.ok(mayConcernMender(path, text));
    });
  }

  it('are all reasons that the classification gives', () => {
    const folder = `${root}server/src/`;
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => /^(?:languages\/[\w-]+\/(?:language|[\w-]+-files)|mender\/file-names)\.ts$/.test(path))
      .map(path => readFileSync(folder + path, 'utf8'));
    const reasons = sources.flatMap(source => [...source.matchAll(/\bwhy: '([^']+)'/g)].map(match => match[1]!));
    assert.ok(reasons.length > 30);
    // A language that an editor assigns has no file name of its own.
    assert.deepEqual(
      reasons.filter(reason => !/ of the editor$/.test(reason) && !kinds.some(({ why }) => why === reason)),
      [],
    );
  });
});

describe('what may concern Mender', () => {
  const cases: readonly (readonly [path: string, text: string, expected: boolean])[] = [
    ['a.sh', 'mender commit', true],
    ['a.sh', 'x="a\\nmender commit"', true],
    ['a.sh', 'echo done', false],
    ['a.py', 'from ecommender import recommender', false],
    ['src/recommender/a.py', 'pass', false],
    ['mender.conf', '{}', true],
    ['mender-client.service.d/proxy.conf', '[Service]', true],
    ['scripts/ArtifactInstall_Enter_00', '', true],
    ['scripts/Reboot_Leave_05', '', true],
    ['usr/share/mender-extras/modules/v3/app', '', true],
    ['module', 'case $1 in ArtifactInstall) ;; esac', true],
    ['module.txt', 'case $1 in ArtifactInstall) ;; esac', false],
    ['board_config', 'MENDER_STORAGE_TOTAL_SIZE_MB=1', true],
  ];
  for (const [path, text, expected] of cases) {
    it(`${path} with ${JSON.stringify(text)}: ${expected}`, () =>
      assert.equal(mayConcernMender(`/w/${path}`, text), expected));
  }
});
