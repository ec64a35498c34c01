/** The summary of findings that fix-all leaves. */
import assert from 'node:assert/strict';
import { remainingParts } from '../../server/src/findings/remaining-summary.ts';
import { findings } from '../support/texts.ts';

describe('what fix-all leaves', () => {
  for (const [text, expected] of [
    ['', []],
    ['systemctl is-active mender-client\n', ['1 to review: systemctl-query']],
    [
      'mender daemon\nsystemctl is-active mender-client\nsystemctl is-active mender-client\n',
      ['3 to review: systemctl-query (2), mender-daemon'],
    ],
    ['dbus-send --dest=io.mender.UpdateManager / io.mender.Update1.X\n', ['1 without a fix: dbus-update-manager']],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(remainingParts(findings(text)), expected));
  }

  it('names no more than a few rules', () => {
    const [finding] = findings('mender daemon\n');
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(rule => ({ ...finding!, rule }));
    assert.deepEqual(remainingParts(many), ['7 to review: a, b, c, d, e, 2 more']);
  });
});
