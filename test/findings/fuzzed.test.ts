/** Inputs with which `npm run fuzz` broke something, each reduced as far as possible. */
import assert from 'node:assert/strict';
import { newestTarget } from '../../server/src/mender/release-names.ts';
import { examine, lineEndFlaws, pieceFlaws } from '../support/sound.ts';

const configuration = 'etc/mender/mender.conf';

const inputs: readonly (readonly [path: string, text: string])[] = [
  [configuration, '{"DaemonLogLevel":{""""/*'],
  [configuration, '{"":"",""#\r\n'],
  ['script.sh', '""mender "$&$f'],
  [configuration, '{"DBus":{/*'],
  [configuration, '{"UpdateControlMapExpirationTimeSeconds"/*'],
  [configuration, '{"ClientProtocol":"\\\r\n'],
  [configuration, '{"ClientProtocol":"\\\r\n"}'],
  ['script.sh', '${\n\nsystemctl start mender-client'],
  ['script.sh', 'X=file\nmender-update -log-file $X'],
  ['script.sh', 'export X=\' d\nchroot / "mender-update" -log-file $X'],
  ['etc/systemd/system/mender-updated.service.d/proxy.conf', 'Environment="NO_PROXY=, '],
  ['modules/v3/x', 'systemctl set-property mender-client>\t'],
  ['modules/v3/x', '`\n``\\\n\\mender-update bootstrap'],
  ['modules/v3/x', '`\n``\\\nn\\\\\n&killall -SIGUSR2 mender '],
  ['modules/v3/x', '`\n``\\\n\\\n"mender-update" -h=| '],
  ['etc/init.d/x', 'trap "mender-auth -fallback-config=`'],
  ['script.sh', 'trap "\\"\\"mender `'],
  ['script.sh', 'invoke-rc.d mender-client<< '],
  ['modules/v3/x', '$MENDER bootstrap mender\nMENDER=mende\\r-update'],
  ['modules/v3/x', 'trap "\\$SUDO mender ${ \\'],
];

describe('texts that the fuzzer found', () => {
  for (const [path, text] of inputs) {
    it(JSON.stringify(text), () => {
      const sample = { path, text, target: newestTarget };
      const examined = examine(sample);
      assert.deepEqual(examined.flaws, []);
      assert.deepEqual(lineEndFlaws(sample, examined), []);
      assert.deepEqual(pieceFlaws(sample, examined), []);
    });
  }
});
