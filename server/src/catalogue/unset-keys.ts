/** Keys of mender.conf that are better set, since what holds without them is another thing now. */
import { json } from './example.ts';
import type { Row } from './row.ts';

const path = 'etc/mender/mender.conf';

const others =
  'Images of Yocto and mender-setup write the key, whatever the file in a layer says; images of mender-convert and Debian packages with a file of their own do not.';

export const unsetKeyRows: readonly Row[] = [
  {
    id: 'config-retry-poll-unset',
    component: 'mender-client',
    title: 'mender.conf without `RetryPollIntervalSeconds`',
    removedIn: '4.0',
    effect: 'differs',
    onRequest: true,
    formOnly: true,
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
    message: 'Set `RetryPollIntervalSeconds` beside `{use}`: unset, it is no delay since 4.0.',
    why: `A client that does not reach its server, or whose download breaks off, tries again at once, and for as long as it takes. 5.0.5, and 5.1 after 5.1.0, take 300 seconds as 3.x did. ${others}`,
    sources: [
      'mender@3.5.3:app/mender.go:455-461',
      'mender@5.1.0:src/client_shared/config_parser.hpp:137',
      'mender@5.0.5:src/client_shared/config_parser.hpp:137',
      'mender@c47b44b1',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:15',
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
    onRequest: true,
    formOnly: true,
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
    message: 'Set `InventoryPollIntervalSeconds` beside `{use}`: 30 minutes became 8 hours in 4.0.',
    why: `What the server shows of a device is up to 8 hours old, and groups that are made by it follow as late. ${others}`,
    sources: [
      'mender@3.5.3:app/mender.go:446-452',
      'mender@4.0.7:src/common/config_parser.hpp:129',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:14',
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
