/** Keys of mender.conf that should be set, since their default has changed. */
import { json } from './example.ts';
import type { Rule } from './rule.ts';

const path = 'etc/mender/mender.conf';

/** Who writes both keys, and who does not. */
const others = {
  why: 'Builds of Yocto and mender-setup write the key, even where the mender.conf of a layer has none; images of mender-convert do not, nor do Debian packages on a device that has a mender.conf already.',
  sources: [
    'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:13-15,187-213',
    'mender-dist-packages@master:recipes/mender-setup/debian-master/postinst:5-22',
    'mender-setup@1.0.3:cli/setup.go:904-908',
    'mender-convert@5.2.1:scripts/bootstrap-rootfs-overlay-hosted-server.sh:72-77',
  ],
};

export const unsetKeyRules: readonly Rule[] = [
  {
    id: 'config-retry-poll-unset',
    component: 'mender-client',
    title: 'mender.conf without `RetryPollIntervalSeconds`',
    removedIn: '4.0',
    effect: 'differs',
    defaultOff: true,
    syntaxOnly: true,
    match: {
      kind: 'config',
      defect: 'unset',
      key: 'RetryPollIntervalSeconds',
      value: '300',
      had: '3.x',
      beside: 'UpdatePollIntervalSeconds',
      main: ['ServerURL', 'Servers'],
    },
    replacement: { kind: 'rewrite', to: '"RetryPollIntervalSeconds": 300', safety: 'review' },
    message: 'Set `RetryPollIntervalSeconds` next to `{use}`: unset, it is 0 since 4.0, not 300.',
    why: `A client that does not reach its server gives up sooner. The status of a deployment is sent again three times, one minute apart; then mender-update logs \`Giving up on sending status updates to server\`, and an update that is not committed yet is rolled back. Since 5.0 it asks for deployments and sends the inventory again three times at once, \`Retrying deployment polling in 0 seconds\`, and then waits for the next regular time. With 300 both go on for more than half an hour, after one to five minutes each. 5.0.5, and 5.1 after 5.1.0, take 300 seconds as 3.x did. ${others.why}`,
    sources: [
      'mender@3.5.3:app/mender.go:455-461',
      'mender@4.0.7:src/common/config_parser.hpp:134-135',
      'mender@4.0.7:src/common/http/http.cpp:430-456',
      'mender@4.0.7:src/mender-update/daemon/states.cpp:506-517',
      'mender@4.0.7:src/mender-update/daemon/state_machine/state_machine.cpp:191-194',
      'mender@5.1.0:src/client_shared/config_parser.hpp:136-137',
      'mender@5.1.0:src/mender-update/daemon/states.cpp:229-286',
      'mender@5.0.5:src/client_shared/config_parser.hpp:137',
      'mender@c47b44b1',
      ...others.sources,
    ],
    examples: [
      json(
        '{\n  "ServerURL": "https://s",\n  "UpdatePollIntervalSeconds": 1800,\n  "InventoryPollIntervalSeconds": 1800\n}\n',
        '{\n  "ServerURL": "https://s",\n  "UpdatePollIntervalSeconds": 1800,\n  "RetryPollIntervalSeconds": 300,\n  "InventoryPollIntervalSeconds": 1800\n}\n',
        path,
      ),
    ],
    quiet: [
      json('{ "ServerURL": "https://s" }', undefined, path),
      json('{ "UpdatePollIntervalSeconds": 900 }', undefined, path),
      json('{ "UpdatePollIntervalSeconds": 1, "InventoryPollIntervalSeconds": 1, "RetryPollIntervalSeconds": 1 }'),
    ],
  },
  {
    id: 'config-inventory-poll-unset',
    component: 'mender-client',
    title: 'mender.conf without `InventoryPollIntervalSeconds`',
    removedIn: '4.0',
    effect: 'differs',
    defaultOff: true,
    syntaxOnly: true,
    match: {
      kind: 'config',
      defect: 'unset',
      key: 'InventoryPollIntervalSeconds',
      value: '1800',
      had: '3.x',
      beside: 'UpdatePollIntervalSeconds',
      main: ['ServerURL', 'Servers'],
    },
    replacement: { kind: 'rewrite', to: '"InventoryPollIntervalSeconds": 1800', safety: 'review' },
    message: 'Set `InventoryPollIntervalSeconds` next to `{use}`: 30 minutes became 8 hours in 4.0.',
    why: `What the server shows of a device is up to 8 hours old, unless the device was started or updated since, and groups that are made by it follow as late. ${others.why}`,
    sources: [
      'mender@3.5.3:app/mender.go:446-452',
      'mender@4.0.7:src/common/config_parser.hpp:128-129',
      'mender-docs@master:03.Client-installation/07.Configuration/01.Polling-intervals/docs.md:19-22',
      ...others.sources,
    ],
    examples: [
      json(
        '{ "ServerURL": "https://s", "UpdatePollIntervalSeconds": 900, "RetryPollIntervalSeconds": 300 }',
        '{ "ServerURL": "https://s", "UpdatePollIntervalSeconds": 900, "InventoryPollIntervalSeconds": 1800, "RetryPollIntervalSeconds": 300 }',
        path,
      ),
    ],
    quiet: [json('{ "InventoryPollIntervalSeconds": 60 }', undefined, path)],
  },
];
