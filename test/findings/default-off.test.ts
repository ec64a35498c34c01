/** Advice that is wrong for most files: reported only if the user asks for it. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import { newestTarget } from '../../server/src/mender/release-names.ts';
import { inFolder } from '../support/command.ts';
import { document } from '../support/texts.ts';

const text = '{ "UpdateLogPath": "/var/log/mender.log" }';
const found = (rules: Record<string, 'warning'>) =>
  check(document(text, 'mender.conf'), { target: newestTarget, rules }).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

describe('rules that are off by default', () => {
  it('find nothing', () => assert.deepEqual(found({}), []));
  it('have findings when a severity is set', () =>
    assert.deepEqual(found({ 'config-update-log-path': 'warning' }), ['config-update-log-path warning']));
  it('have findings when the command line names them', () =>
    inFolder({ 'mender.conf': text }, async (_, command) => {
      assert.equal((await command('check')).code, 0);
      const { out } = await command('check', '--rule', 'config-update-log-path');
      assert.match(out, /^mender\.conf:1:\d+: information: .*\[config-update-log-path\]\n1 finding /);
    }));
  it("exclude a key whose change would lose the device's identity", () => {
    const guide = '{ "HttpsClient": { "Certificate": "/data/cert.pem", "Key": "/data/key.pem" } }';
    const [finding, ...others] = check(document(guide, 'etc/mender/mender.conf'), { target: '4.0', rules: {} });
    assert.deepEqual(others, []);
    assert.equal(`${finding?.rule} ${finding?.severity}`, 'config-https-client-key warning');
    assert.equal(finding?.fixes[0]?.safety, 'review');
  });
});
