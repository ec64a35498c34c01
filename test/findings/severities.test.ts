/** A severity says what happens on the chosen target. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import type { Target } from '../../server/src/mender/version.ts';
import { document } from '../support/texts.ts';

const dropIn = 'etc/systemd/system/mender-updated.service.d/proxy.conf';

interface Case {
  readonly text: string;
  readonly path: string;
  readonly target: Target;
  readonly found: string;
}

const commas = { path: dropIn, text: '[Service]\nEnvironment="NO_PROXY=localhost,server.corp"\n' };

const cases: readonly Case[] = [
  // 4.0 says nothing, 5.0.3 warns, 5.1.0 exits.
  { ...commas, target: '4.0', found: 'no-proxy-commas warning' },
  { ...commas, target: '5.0', found: 'no-proxy-commas warning' },
  { ...commas, target: '5.1', found: 'no-proxy-commas error' },
  { path: 'a.sh', text: 'apt-get install mender-client-dev', target: '4.0', found: 'package-dev error' },
];

describe('severities by target', () => {
  for (const { text, path, target, found } of cases) {
    it(`${target}: ${found}`, () => {
      const [finding] = check(document(text, path), { target, rules: {} });
      assert.equal(`${finding?.rule} ${finding?.severity}`, found);
    });
  }
});
