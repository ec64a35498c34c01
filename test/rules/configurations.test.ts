/**
 * Configurations tried on the real clients: what a newer one ignores, refuses or reads differently is found, and
 * nothing else.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ruleIds } from '../support/texts.ts';

type Verdict = 'loads silently' | 'warns' | 'fails';

interface TriedConfiguration {
  readonly name: string;
  readonly text: string;
  readonly v3: Verdict;
  readonly v4: Verdict;
  readonly v5: Verdict;
}

const tried = readFileSync(new URL('../fixtures/facts/conf.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as TriedConfiguration);

/** All are read silently in every release; the clients differ in their interpretation. */
const changed: Readonly<Record<string, readonly string[]>> = {
  Connectivity: ['config-connectivity'],
  'Connectivity inner unknown key': ['config-connectivity'],
  UpdateControlMapExpirationTimeSeconds: ['config-control-map-expiry'],
  UpdateControlMapBootExpirationTimeSeconds: ['config-control-map-boot'],
  'DBus enabled': ['config-dbus'],
  'DBus disabled': ['config-dbus-disabled'],
  'int overflow 2^40': ['config-wrong-type'],
  'BootUtilities*': ['config-boot-utilities', 'config-boot-utilities-next'],
  // Engines still work: the other rule's key is requested.
  HttpsClient: ['config-https-client-key', 'config-https-ssl-engine'],
  Security: ['config-auth-ssl-engine'],
  'HttpsClient key only': ['config-https-client-key'],
  'ClientProtocol (1.x)': ['config-client-protocol'],
};

/** 3.x refuses them, later releases read them as intended. */
const mended = ['BOM', 'float for int', 'float integral', 'exponent'];

describe('configurations tried on the real clients', () => {
  for (const { name, text, v3, v4, v5 } of tried) {
    const rules = () => ruleIds(text, 'etc/mender/mender.conf');
    const expected = changed[name];
    if (expected) it(`${name}: ${expected.join(', ')}`, () => assert.deepEqual(rules(), expected));
    else if (v5 !== 'loads silently' || (v3 === 'fails' && !mended.includes(name))) {
      it(`${name}: found, since 3.x ${v3} and 5.x ${v5}`, () => assert.equal(rules().length, 1, rules().join()));
    } else it(`${name}: nothing to say`, () => assert.deepEqual(rules(), []));
    const expected40 = v4 === v5 ? rules().length : 0;
    it(`${name}: as many for 4.0`, () =>
      assert.equal(ruleIds(text, 'etc/mender/mender.conf', '4.0').length, expected40));
  }
});
