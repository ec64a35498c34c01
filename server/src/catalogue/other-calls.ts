/** Calls of programs that are not the client's, and that its new releases break. */
import { shell } from './example.ts';
import type { Row } from './row.ts';

export const otherCallRows: readonly Row[] = [
  {
    id: 'agent-key-rsa',
    component: 'mender-client',
    title: '`openssl rsa` on the key of the device',
    removedIn: '5.0',
    effect: 'ignored',
    match: {
      kind: 'call',
      programs: ['openssl'],
      words: [/^(rsa)$/, /^-in[ =].*mender-agent\.pem$/],
      plain: /^(?=.*-pubout)-(?:in|out|pubout)(?: -(?:in|out|pubout))*$/,
    },
    replacement: { kind: 'rewrite', to: 'pkey', safety: 'safe' },
    message: 'Use `openssl pkey`: `{use}` fails on keys that 5.0 and later make.',
    why: 'Keys that are there stay RSA keys; a device that makes its key with 5.0 or later, and logs `Generating new ED25519 key`, has one that `openssl rsa` refuses: `Not an RSA key`. Scripts that preauthorize devices, in a factory above all, get no public key. `openssl pkey -pubout` prints the same for an RSA key as `openssl rsa -pubout`.',
    sources: [
      'mender@5f9c3c66',
      'mender@4.0.7:src/mender-auth/cli/actions.cpp:68-70',
      'mender@5.1.0:src/mender-auth/cli/actions.cpp:74-76',
      'openssl-rsa(1) and openssl-pkey(1), tried with openssl 3.0.19',
    ],
    examples: [
      shell(
        'openssl rsa -in /var/lib/mender/mender-agent.pem -pubout -out key.pub',
        'openssl pkey -in /var/lib/mender/mender-agent.pem -pubout -out key.pub',
      ),
      shell('openssl rsa -in /data/mender/mender-agent.pem -noout -modulus'),
    ],
    quiet: [
      { language: 'shell', bad: 'openssl pkey -in /var/lib/mender/mender-agent.pem -pubout' },
      { language: 'shell', bad: 'openssl rsa -in artifact-signing.pem -pubout >mender-artifact.pub' },
      { language: 'shell', target: '4.0', bad: 'openssl rsa -in /var/lib/mender/mender-agent.pem -pubout' },
    ],
  },
  {
    id: 'artifact-gen-shell',
    component: 'mender-client',
    title: 'generator of Artifacts run by `sh`',
    deprecatedIn: '5.0',
    effect: 'ignored',
    match: {
      kind: 'call',
      programs: ['sh', 'ash', 'dash'],
      words: [/(?:^|\/)((?:single-file|directory)-artifact-gen)$/],
    },
    replacement: { kind: 'none' },
    message: 'Run it by its own name: `{use}` needs bash since 5.0.4.',
    why: 'The generators of 5.0.3 and before begin with `#!/bin/sh`; those of 5.0.4 and later begin with `#!/bin/bash` and use its arrays, which dash and the shell of BusyBox do not have. Where bash is not installed they do not run at all.',
    sources: [
      'mender@5.0.3:support/modules-artifact-gen/single-file-artifact-gen:1',
      'mender@5.0.4:support/modules-artifact-gen/single-file-artifact-gen:1',
      'mender@5.1.0:support/modules-artifact-gen/single-file-artifact-gen:1,51-60',
      'mender@5.1.0:support/modules-artifact-gen/directory-artifact-gen:1',
    ],
    examples: [shell('sh ./single-file-artifact-gen -n a -t board -d /etc -o a.mender file')],
    quiet: [
      { language: 'shell', bad: 'bash ./single-file-artifact-gen -n a -t board -d /etc -o a.mender file' },
      { language: 'shell', bad: './directory-artifact-gen -n a -t board -d /etc -o a.mender dir' },
    ],
  },
  {
    id: 'artifact-ssh-version',
    component: 'mender-artifact',
    title: 'mender-artifact that cannot snapshot a device of 4.0',
    removedIn: '4.0',
    effect: 'differs',
    independent: true,
    match: {
      kind: 'call',
      programs: ['wget', 'curl'],
      words: [/downloads\.mender\.io\/(mender-artifact\/(?:[12]\.\d+|3\.(?:\d|10))\.\d+)\//],
    },
    replacement: { kind: 'none' },
    message: 'Use mender-artifact 3.11.0 or later: `{use}` cannot read 4.0 by `ssh://`.',
    why: 'For an input `ssh://` mender-artifact calls a program on the device. Up to 3.10 it calls `mender snapshot dump`, which is gone; 3.11.0 and later call mender-snapshot where that is there.',
    sources: [
      'mender-artifact@3.10.0:cli/write.go:894-896',
      'mender-artifact@3.11.0:cli/write.go:894-902',
      'mender-docs@master:03.Client-installation/02.Install-with-Debian-package/01.Upgrading/docs.md:222-226',
    ],
    examples: [
      shell('curl -O https://downloads.mender.io/mender-artifact/3.10.0/linux/mender-artifact'),
      shell('wget https://downloads.mender.io/mender-artifact/3.4.0/linux/mender-artifact'),
    ],
    quiet: [
      { language: 'shell', bad: 'curl -O https://downloads.mender.io/mender-artifact/3.11.2/linux/mender-artifact' },
      { language: 'shell', bad: 'curl -O https://downloads.mender.io/mender-artifact/4.1.0/linux/mender-artifact' },
    ],
  },
  {
    id: 'apt-pool-url',
    component: 'mender-client',
    title: 'download from the pool of `repos/debian`',
    removedIn: '4.0',
    effect: 'ignored',
    independent: true,
    match: {
      kind: 'call',
      programs: ['wget', 'curl'],
      words: [/downloads\.mender\.io\/(repos\/debian\/pool)\//],
    },
    replacement: { kind: 'none' },
    message: 'Use `repos/device-components/pool` or `repos/workstation-tools/pool`: `{use}` has no new packages.',
    why: 'Packages are published in two repositories now, those of the client as of 5.0.3 under `repos/device-components/pool`. The old pool no longer has the supported versions.',
    sources: ['mender-docs@master:12.Downloads/02.Device-components/docs.md:12-17,22-31'],
    examples: [
      shell('wget https://downloads.mender.io/repos/debian/pool/main/m/mender-connect/mender-connect_2.1.0_arm64.deb'),
    ],
    quiet: [
      { language: 'shell', bad: 'wget https://downloads.mender.io/repos/device-components/pool/main/m/a/a.deb' },
      { language: 'shell', bad: 'curl -fsSL https://downloads.mender.io/repos/debian/gpg' },
    ],
  },
];
