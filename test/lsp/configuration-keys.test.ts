/** Keys of mender.conf, mender-connect.conf and .mender-lint.json, as an editor offers and explains them. */
import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/mender/catalogue.ts';
import { keyFacts } from '../../server/src/mender/key-facts.ts';
import { offeredAt, type Place, saidAt } from '../support/assist-client.ts';

const conf = (text: string, more: Partial<Place> = {}): Place => ({
  path: 'mender.conf',
  text,
  languageId: 'json',
  ...more,
});

describe('keys of configurations', () => {
  it('all have facts', () => {
    assert.deepEqual(
      Object.keys(catalogue.keys).filter(key => !keyFacts[key]),
      [],
    );
    assert.deepEqual(
      Object.keys(keyFacts).filter(key => !catalogue.keys[key]),
      [],
    );
  });

  it('are offered without existing and removed ones', async () => {
    const { labels } = await offeredAt(conf('{\n  "serverurl": "https://s",\n  "Upd|"\n}\n'));
    assert.ok(labels.includes('UpdatePollIntervalSeconds'));
    for (const gone of ['UpdateControlMapExpirationTimeSeconds', 'DBus', 'ServerURL', 'Servers'])
      assert.ok(!labels.includes(gone), gone);
  });

  const taken: readonly [place: Place, label: string, text: string][] = [
    [conf('{\n  "Upd|"\n}\n'), 'UpdatePollIntervalSeconds', '{\n  "UpdatePollIntervalSeconds": ${1:1800}\n}\n'],
    [
      conf('{\n  "Upd|"\n}\n', { isPlain: true }),
      'UpdatePollIntervalSeconds',
      '{\n  "UpdatePollIntervalSeconds": 1800\n}\n',
    ],
    [conf('{\n  "Upd|": 5\n}\n'), 'UpdatePollIntervalSeconds', '{\n  "UpdatePollIntervalSeconds": 5\n}\n'],
    [conf('{\n  |\n  "SkipVerify": true\n}\n'), 'TenantToken', '{\n  "TenantToken": "$1",\n  "SkipVerify": true\n}\n'],
    [
      conf('{ "Security": { "|" } }'),
      'AuthPrivateKey',
      '{ "Security": { "AuthPrivateKey": "${1:/var/lib/mender/mender-agent.pem}" } }',
    ],
    [conf('{ "Servers": [{ "|" }] }'), 'ServerURL', '{ "Servers": [{ "ServerURL": "$1" }] }'],
    [conf('{ "DaemonLogLevel": "|" }'), 'warning', '{ "DaemonLogLevel": "warning" }'],
    [conf('{ "DaemonLogLevel": |'), 'debug', '{ "DaemonLogLevel": "debug"'],
    [conf('{ "SkipVerify": | }'), 'true', '{ "SkipVerify": true }'],
    [
      conf('{\n  "ServerURL": "@URL@",\n  {% if x %}\n  "Ten|"\n  {% endif %}\n}\n', { path: 'mender.conf.j2' }),
      'TenantToken',
      '{\n  "ServerURL": "@URL@",\n  {% if x %}\n  "TenantToken": "$1"\n  {% endif %}\n}\n',
    ],
    [
      { path: 'a.sh', text: '#!/bin/sh\ncat > /etc/mender/mender.conf <<\'E\'\n{\n  "Ten|"\n}\nE\n' },
      'TenantToken',
      '#!/bin/sh\ncat > /etc/mender/mender.conf <<\'E\'\n{\n  "TenantToken": "$1"\n}\nE\n',
    ],
    [
      { path: 'mender-connect.conf', text: '{ "Sessions": { | } }' },
      'StopExpired',
      '{ "Sessions": { "StopExpired": ${1:false} } }',
    ],
    [
      { path: '.mender-lint.json', text: '{ "rules": { "mender-com|" } }' },
      'mender-commit',
      '{ "rules": { "mender-commit": "${1|error,warning,information,off|}" } }',
    ],
    [{ path: '.mender-lint.json', text: '{ "target": "|" }' }, '5.0', '{ "target": "5.0" }'],
  ];
  for (const [place, label, text] of taken)
    it(`are written as their values are: ${JSON.stringify(place.text)}`, async () => {
      assert.equal((await offeredAt(place)).taken(label), text);
    });

  const offered: readonly [place: Place, labels: readonly string[]][] = [
    [conf('{ "DeviceTier": "|" }'), ['standard', 'system', 'micro']],
    [conf('{ "DeviceTier": "|" }', { settings: { target: '5.0' } }), []],
    [conf('{ "ServerURL": "https://s" | }'), []],
    [conf('{ "Own": { "|" } }'), []],
    [{ path: 'package.json', text: '{ "|" }' }, []],
    [
      { path: 'mender-connect.conf', text: '{ "Sessions": { "Stop|" , "ExpireAfter": 1} }' },
      ['StopExpired', 'ExpireAfterIdle', 'MaxPerUser'],
    ],
  ];
  for (const [place, labels] of offered)
    it(`are offered where there are any: ${JSON.stringify(place.text)} ${JSON.stringify(place.settings ?? '')}`, async () => {
      assert.deepEqual((await offeredAt(place)).labels, labels);
    });

  const said: readonly [place: Place, text: RegExp | undefined][] = [
    [
      conf('{ "update|pollintervalseconds": 5 }'),
      /^\*\*UpdatePollIntervalSeconds\*\*: a whole number, in seconds\n\nTime between .*\n\nDefault: `1800`\.\n\nSource: `mender@5\.1\.0:/,
    ],
    [
      conf('{ "Retry|PollIntervalSeconds": 5 }', { settings: { target: '5.0' } }),
      /Default: `0` before 5\.0\.5, `300` before 5\.1\./,
    ],
    [conf('{ "Retry|PollIntervalSeconds": 5 }', { settings: { target: '4.0' } }), /Default: `0`\./],
    [conf('{ "Retry|DownloadCount": 5 }'), /1 to 10000\. Default: `10`\. There since 5\.1\./],
    [conf('{ "Connecti|vity": {} }'), /^\*\*`Connectivity` in mender\.conf\*\*: gone or changed since 4\.0/],
    [conf('{ "Unkn|own": {} }'), undefined],
    [
      { path: '.mender-lint.json', text: '{ "rules": { "mender-com|mit": "off" } }' },
      /^\*\*`mender commit`\*\*: gone or changed since 4\.0/,
    ],
    [{ path: '.mender-lint.json', text: '{ "excl|ude": [] }' }, /Globs of files/],
    [{ path: 'mender-connect.conf', text: '{ "Sessions": { "Stop|Expired": true } }' }, /expire/],
  ];
  for (const [place, text] of said)
    it(`are explained: ${JSON.stringify(place.text)} ${JSON.stringify(place.settings ?? '')}`, async () => {
      const found = await saidAt(place);
      if (text) assert.match(found ?? '', text);
      else assert.equal(found, undefined);
    });
});
