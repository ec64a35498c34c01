/** Output of scripts for the inventory: keys that the client of 3.x filled in itself. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';

const script = 'usr/share/mender/inventory/mender-inventory-product';
const provides = 'usr/share/mender/inventory/mender-inventory-provides';

const oldClient = ['mender@3.5.3:app/mender.go:610-627', 'mender@3.5.3:client/inventory.go:23-43'];
const newClient = 'mender@4.0.7:src/mender-update/inventory.cpp:88-116';
const appended = 'mender@4.0.7:src/common/key_value_parser/key_value_parser.cpp:72-78';
const providesScript = 'mender@4.0.7:support/mender-inventory-provides:8-40';

export const inventoryRules: readonly Rule[] = [
  {
    id: 'inventory-own-key',
    component: 'mender-client',
    title: 'inventory script that prints a key of the client',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'inventory',
      defect: 'key',
      keys: ['device_type', 'artifact_name'],
      except: ['mender-inventory-provides'],
    },
    replacement: { kind: 'none' },
    message: 'Leave it out: `{use}` is reported twice since 4.0.',
    why: 'The Go client put device_type and artifact_name into the inventory itself, whatever scripts had said. Since 4.0 they come from the script mender-inventory-provides, and a key that two scripts print is sent as a list of both values, `["raspberrypi4","board"]`: that is what filters and dynamic groups then compare with.',
    sources: [...oldClient, newClient, appended, providesScript],
    examples: [
      shell('#!/bin/sh\n# for Mender\necho "device_type=$(cat /etc/hostname)"\n', undefined, script),
      shell('#!/bin/sh\n# for Mender\nprintf \'artifact_name=%s\\n\' "$NAME"\n', undefined, script),
    ],
    quiet: [
      { language: 'shell', path: script, bad: '#!/bin/sh\n# for Mender\necho "device_serial=1"\n' },
      { language: 'shell', path: 'a.sh', bad: '#!/bin/sh\necho "device_type=board" >/var/lib/mender/device_type\n' },
      { language: 'shell', path: provides, bad: '#!/bin/sh\n# mender\necho "device_type=board"\n' },
    ],
  },
  {
    id: 'inventory-client-version',
    component: 'mender-client',
    title: 'inventory script that prints `mender_client_version`',
    removedIn: '4.0',
    effect: 'differs',
    match: {
      kind: 'inventory',
      defect: 'key',
      keys: ['mender_client_version'],
      except: ['mender-inventory-client-version'],
    },
    replacement: { kind: 'none' },
    message: 'Leave it out: `{use}` is no longer overwritten since 4.0.',
    why: 'The Go client put its version into the inventory, whatever scripts had said. 4.0 and 5.0 append theirs, so that the key has two values; 5.1 takes what a script says and sets `mender_client_version_provider` to `external`.',
    sources: [
      ...oldClient,
      newClient,
      'mender@5.0.5:src/mender-update/inventory.cpp:86-90',
      'mender@5.1.0:src/mender-update/inventory.cpp:88-97',
    ],
    examples: [shell('#!/bin/sh\necho "mender_client_version=3.5"\n', undefined, script)],
    quiet: [{ language: 'shell', path: script, bad: '#!/bin/sh\necho "mender_connect_version=2"\n' }],
  },
  {
    id: 'inventory-provides-copy',
    component: 'mender-client',
    title: 'copy of mender-inventory-provides without `device_type`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'inventory',
      defect: 'copy',
      script: 'mender-inventory-provides',
      command: 'show-provides',
      key: 'device_type',
    },
    replacement: { kind: 'none' },
    message: 'Print `device_type` as well: `{use}` alone leaves it out since 4.0.',
    why: 'The Go client put device_type into the inventory itself. Since 4.0 the script mender-inventory-provides does; devices with the script of 3.x, in which only the program was renamed, report no type.',
    sources: [
      'mender@3.5.3:app/mender.go:610-627',
      'mender@3.5.3:support/mender-inventory-provides:6-10',
      newClient,
      providesScript,
      'mender@5.1.0:support/mender-inventory-provides:10-40',
    ],
    examples: [shell('#!/bin/sh\nset -e\n\n/usr/bin/mender-update show-provides\n', undefined, provides)],
    quiet: [
      {
        language: 'shell',
        path: provides,
        bad: "#!/bin/sh\n/usr/bin/mender-update show-provides\ngrep '^device_type=' /var/lib/mender/device_type\n",
      },
      { language: 'shell', path: script, bad: '#!/bin/sh\nmender-update show-provides\n' },
    ],
  },
];
