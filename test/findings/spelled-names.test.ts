/** Names that no single place of a script contains, names with several uses, and files of packages. */
import assert from 'node:assert/strict';
import { quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';

reportedCases('paths composed of variables', script, [
  'unit=mender-client\nmkdir -p «/etc/systemd/system/$unit.service.d»',
  'for u in mender-client mender-connect; do\n  mkdir -p «/etc/systemd/system/$u.service.d»\n  cp x «"/etc/systemd/system/${u}.service.d/"»\ndone',
  'D=/lib/systemd/system U=client\nsed -i s/a/b/ «$D/mender-$U.service»',
]);

quietCases('paths composed of other variables', script, [
  'unit=mender-connect\nmkdir -p /etc/systemd/system/$unit.service.d',
  'unit=mender-client\nmkdir -p /etc/systemd/system/$unit-data.service.d',
  'unit=mender-client\nmkdir -p /srv/$unit.d',
  'for u in mender-client mender-updated; do\n  mkdir -p /lib/systemd/system/$u.service.wants\ndone',
  'name=mender\nchmod +x $DESTDIR/usr/bin/$name',
  'unit=mender-client\nrm -rf /etc/systemd/system/$unit.service.d',
]);

reportedCases('files of packages', script, [
  'dpkg -i «mender-client_latest_armhf.deb»',
  'dpkg -i /tmp/«mender-client»_${V}_armhf.deb',
  'apt-get install ./«mender-client.deb»',
  'dpkg -i «mender-client_3.4.0-1_armhf.deb»',
]);

quietCases('files of other packages', script, [
  'dpkg -i mender-client4_${V}_armhf.deb',
  'dpkg -i mender-client-version-inventory-script_1.0_all.deb',
  'dpkg -i mender-update_5.0_armhf.deb',
  'cp mender-client.deb /tmp',
]);

describe('a word with several uses', () => {
  for (const [text, rule] of [
    [
      'for u in mender-client.service; do\n  mkdir -p /etc/systemd/system/$u.d\n  systemctl restart $u\ndone',
      'systemctl-control',
    ],
    [
      'for u in mender-client.service; do\n  systemctl restart $u\n  mkdir -p /etc/systemd/system/$u.d\ndone',
      'systemctl-control',
    ],
    ['for u in mender-client.service; do\n  mkdir -p /etc/systemd/system/$u.d\ndone', 'drop-in-path'],
  ] as const)
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        findings(text, script).map(finding => finding.rule),
        [rule],
      ),
    );
});
