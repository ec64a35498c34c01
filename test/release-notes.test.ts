/** The notes of a release are the changelog's entry for its version. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { releaseNotes } from '../.ci/release-notes.ts';
import { root } from './support/build.ts';

const changelog =
  '# Changelog\n\n## Unreleased\n\n- c\n\n## 0.1.1 - 2026-01-02\n\n### Fixed\n\n- b\n\n## 0.1.10\n\n- a\n';

describe('release notes', () => {
  for (const [version, notes] of [
    ['Unreleased', '- c'],
    ['0.1.1', '### Fixed\n\n- b'],
    ['0.1.10', '- a'],
  ] as const)
    it(`of ${version} are its entry`, () => assert.equal(releaseNotes(changelog, version), notes));

  for (const version of ['0.1', '0.1.2'])
    it(`of ${version}, which has no entry, are refused`, () =>
      assert.throws(() => releaseNotes(changelog, version), /has no entry/));

  it('of the current version are there', () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    assert.ok(releaseNotes(readFileSync(`${root}CHANGELOG.md`, 'utf8'), version));
  });
});
