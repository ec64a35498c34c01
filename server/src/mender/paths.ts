/** Files and folders of the device that are no longer there. */
import { shell } from './example.ts';
import { oldProgram, oldProgramPath } from './programs.ts';
import type { Rule } from './rule.ts';
import { noAlias } from './source.ts';

/** Roots under which systemd looks for units: systemd.unit(5), "Unit File Load Path". */
const unitFolder = String.raw`systemd\/(?:system|user)(?:\/[\w@.-]+)*`;

export const pathRules: readonly Rule[] = [
  {
    id: 'unit-link-path',
    component: 'mender-client',
    title: 'link that enables `mender-client.service`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'path',
      is: 'enabling-link',
      pattern: /\.(?:wants|requires|upholds)\/(mender(?:-client)?\.service)$/,
      created: true,
    },
    replacement: {
      kind: 'choose',
      to: ['mender-updated.service', 'mender-authd.service'],
      safety: 'review',
    },
    message: 'Link `mender-authd.service` and `mender-updated.service`: `{use}` enables nothing since 4.0.',
    why: 'A link to a unit that does not exist is silently ignored. Both new services must be enabled.',
    sources: [
      'mender-dist-packages@master:tests/test_package_client.py:229-235',
      'mender@4.0.7:support/mender-authd.service:14-15',
      'mender@4.0.7:support/mender-updated.service:15-16',
      'systemd.unit(5), .wants/ folders',
    ],
    examples: [
      shell(
        'ls -l /etc/systemd/system/multi-user.target.wants/mender-client.service',
        'ls -l /etc/systemd/system/multi-user.target.wants/mender-updated.service',
      ),
      shell(
        'ln -s /lib/systemd/system/mender-client.service /etc/systemd/system/multi-user.target.wants/',
        'ln -s /lib/systemd/system/mender-authd.service /etc/systemd/system/multi-user.target.wants/ && ln -s /lib/systemd/system/mender-updated.service /etc/systemd/system/multi-user.target.wants/',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'unlink /etc/systemd/system/mender-client.service' },
      { language: 'shell', bad: 'ln -s /lib/systemd/system/mender-connect.service /etc/systemd/system/a.wants/' },
    ],
  },
  {
    id: 'unit-link-removed',
    component: 'mender-client',
    title: 'removed link that enabled `mender-client.service`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'unit-link', action: 'disable' },
    replacement: {
      kind: 'rewrite',
      to: 'the links of mender-authd.service and mender-updated.service',
      safety: 'review',
    },
    check: 'D-Bus starts mender-authd again from 5.1 on, unless it is masked',
    message: 'Remove both new links: `{use}` disables nothing since 4.0.',
    why: 'Where the link was removed so that the client does not start, both of its daemons start now. From 5.1 on a program that asks for the token over D-Bus starts mender-authd all the same: only masking prevents that.',
    sources: [
      'mender-dist-packages@master:tests/test_package_client.py:229-235',
      'mender@4.0.7:support/mender-authd.service:14-15',
      'mender@4.0.7:support/mender-updated.service:15-16',
      'mender@d94ea203',
      'mender@5.1.0:support/dbus/io.mender.AuthenticationManager.service:2-7',
    ],
    examples: [
      shell(
        'rm -f /etc/systemd/system/multi-user.target.wants/mender-client.service',
        'rm -f /etc/systemd/system/multi-user.target.wants/mender-authd.service /etc/systemd/system/multi-user.target.wants/mender-updated.service',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'rm -f /lib/systemd/system/mender-client.service' },
      { language: 'shell', bad: 'rm -f /etc/systemd/system/multi-user.target.wants/mender-connect.service' },
    ],
  },
  {
    id: 'unit-mask-link',
    component: 'mender-client',
    title: 'link of `mender-client.service` to /dev/null',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'unit-link', action: 'mask' },
    replacement: {
      kind: 'rewrite',
      to: 'the same links for mender-authd.service and mender-updated.service',
      safety: 'safe',
    },
    message: 'Mask `mender-authd.service` and `mender-updated.service`: `{use}` masks nothing since 4.0.',
    why: 'A link to /dev/null keeps a unit from being started by anything. Where it is the old unit that is linked, both daemons start.',
    sources: [
      'systemctl(1), mask',
      'mender@4.0.7:support/mender-authd.service:14-15',
      'mender@4.0.7:support/mender-updated.service:15-16',
      noAlias,
    ],
    examples: [
      shell(
        'ln -sf /dev/null /etc/systemd/system/mender-client.service',
        'ln -sf /dev/null /etc/systemd/system/mender-authd.service && ln -sf /dev/null /etc/systemd/system/mender-updated.service',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'ln -sf /dev/null /etc/systemd/system/mender-connect.service' },
      { language: 'shell', bad: 'ln -sf /dev/null /etc/systemd/system/mender-authd.service' },
    ],
  },
  {
    id: 'unit-file-path',
    component: 'mender-client',
    title: 'path of the unit file `mender-client.service`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'path', pattern: new RegExp(String.raw`(?:^|\/)${unitFolder}\/(mender(?:-client)?\.service)$`) },
    replacement: {
      kind: 'choose',
      to: ['mender-updated.service', 'mender-authd.service'],
      safety: 'review',
    },
    message: 'Use `mender-authd.service` and `mender-updated.service`: `{use}` is gone since 4.0.',
    why: 'There is no unit mender-client.service any more, so nothing can be linked, copied or edited under that name. The same must be done for both new units.',
    sources: ['mender@4.0.7:support', 'integration@9d986acd'],
    examples: [
      shell(
        "sed -i 's/daemon/--log-level debug daemon/' /lib/systemd/system/mender-client.service",
        "sed -i 's/daemon/--log-level debug daemon/' /lib/systemd/system/mender-authd.service /lib/systemd/system/mender-updated.service",
      ),
    ],
    quiet: [
      {
        language: 'shell',
        bad: 'cp mender-client-data-dir.service /lib/systemd/system/mender-client-data-dir.service',
      },
      { language: 'shell', bad: 'echo "edit /lib/systemd/system/mender-client.service"' },
    ],
  },
  {
    id: 'drop-in-path',
    component: 'mender-client',
    title: 'folder of drop-ins for `mender-client.service`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'path',
      pattern: /(?:^|\/)(mender(?:-client)?\.service)\.(?:d|wants|requires|upholds)(?:\/[^/]*)?\/?$/,
      created: true,
    },
    replacement: {
      kind: 'choose',
      to: ['mender-updated.service', 'mender-authd.service'],
      safety: 'review',
    },
    message: 'Use the folders of both services: `{use}` has no effect since 4.0.',
    why: 'Drop-ins and dependency links do nothing where their unit does not exist.',
    sources: ['mender-convert@5.2.1:mender-convert-modify:191', 'integration@9d986acd'],
    examples: [
      shell(
        'mkdir -p /etc/systemd/system/mender-client.service.d',
        'mkdir -p /etc/systemd/system/mender-authd.service.d /etc/systemd/system/mender-updated.service.d',
      ),
      shell(
        'cp proxy.conf /etc/systemd/system/mender-client.service.d/proxy.conf',
        'cp proxy.conf /etc/systemd/system/mender-authd.service.d/proxy.conf && cp proxy.conf /etc/systemd/system/mender-updated.service.d/proxy.conf',
      ),
    ],
  },
  {
    id: 'binary-path',
    component: 'mender-client',
    title: 'path of the binary `mender`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'path', is: 'binary', pattern: oldProgramPath, owned: [oldProgram.name] },
    replacement: { kind: 'choose', to: ['mender-update', 'mender-auth'], safety: 'review' },
    message: 'Use the program that has the command: `{use}` is gone since 4.0.',
    why: 'No package of 4.0 or later installs a `mender` binary, or a link of that name: `/usr/bin/mender: No such file or directory`.',
    sources: [
      'mender-dist-packages@master:recipes/mender-client4/debian-master/mender-auth.install:3',
      'mender-dist-packages@master:recipes/mender-client4/debian-master/mender-update.install:2',
      'meta-mender@master:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:134-151',
      'mender-docs@master:301.Troubleshoot/01.Yocto-project-build/docs.md:48',
    ],
    examples: [shell('chmod 0755 /usr/bin/mender', 'chmod 0755 /usr/bin/mender-update')],
    quiet: [
      { language: 'shell', bad: 'cat > /usr/bin/mender <<EOF\n#!/bin/sh\nEOF' },
      { language: 'shell', bad: 'ln -s mender-update /usr/bin/mender' },
      { language: 'shell', bad: 'ls /usr/share/mender' },
      { language: 'shell', bad: 'chmod +x ./bin/mender' },
    ],
  },
  {
    id: 'demo-certificate-path',
    component: 'mender-client',
    title: "path of the demo server's certificate",
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'path',
      pattern: /(?:^|\/)usr\/share\/(doc\/mender-client)\/examples\/demo\.crt$/,
      names: ['doc/mender-auth', 'mender-auth'],
    },
    replacement: {
      kind: 'choose',
      to: ['/usr/share/doc/mender-auth/examples/demo.crt', '/usr/share/mender-auth/examples/demo.crt'],
      safety: 'review',
    },
    message: 'Use the path of your distribution: `{use}` is gone since 4.0.',
    why: 'Yocto builds and Debian packages before July 2026 have it under /usr/share/doc/mender-auth/examples, where mender-setup looks for it; newer Debian packages have it under /usr/share/mender-auth/examples. With a `ServerCertificate` that is not there the client goes on and logs `Failed to load the server certificate! Falling back to the CA store`.',
    sources: [
      'mender-setup@1.0.3:cli/setup.go:76-84',
      'mender@3.5.3:Makefile:7',
      'mender@5.1.0:support/CMakeLists.txt:147-149',
      'mender@4.0.7:src/common/http/platform/beast/http.cpp:355-358',
      'mender@5.1.0:src/common/http/platform/beast/http.cpp:359-362',
      'mender-dist-packages@bdad333',
      'mender-dist-packages@master:recipes/mender-client4/debian-master/mender-auth.install:6',
    ],
    examples: [
      shell(
        'cp /usr/share/doc/mender-client/examples/demo.crt /tmp/',
        'cp /usr/share/doc/mender-auth/examples/demo.crt /tmp/',
      ),
      {
        language: 'json',
        path: 'mender.conf',
        bad: '{ "ServerCertificate": "/usr/share/doc/mender-client/examples/demo.crt" }',
        good: '{ "ServerCertificate": "/usr/share/doc/mender-auth/examples/demo.crt" }',
      },
    ],
  },
];
