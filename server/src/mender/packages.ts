/** Debian packages that were renamed or split. */
import { control as controlFile, shell, yaml } from './example.ts';
import type { Replacement, Rule } from './rule.ts';
import { upgradePage } from './source.ts';

const control = 'mender-dist-packages@master:recipes/mender-client4/debian-master/control';

/** What the packages of Mender itself depend on instead, and where they say so. */
const ofEither: Replacement = {
  kind: 'choose',
  to: ['mender-update', 'mender-auth'],
  safety: 'review',
};
const dependents = [
  `${control}:10-32`,
  'mender-dist-packages@master:recipes/mender-connect/debian-master/control:10',
  'mender-dist-packages@master:recipes/mender-configure/debian-master/control:10',
];

export const packageRules: readonly Rule[] = [
  {
    id: 'package-install',
    component: 'mender-client',
    title: 'installing the package `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'install', name: 'mender-client' },
    replacement: { kind: 'rewrite', to: 'mender-client4', safety: 'review' },
    message: 'Use `mender-client4`: `{use}` does not install 4.0 or later.',
    why: 'There is no transitional package. `mender-client4` installs mender-auth, mender-update, mender-setup, mender-snapshot and mender-flash, and conflicts with `mender-client`. Packages of 3.x are no longer built. Where old add-ons such as mender-connect are installed, apt says `mender-client4 : Conflicts: mender-client` and `E: Unable to correct problems, you have held broken packages.`: `apt-get install mender-update mender-client4` upgrades them in the same call.',
    sources: [`${upgradePage}:146-174,179-196`, `${control}:10-14`, 'mender-dist-packages@4a0022a'],
    examples: [
      shell('sudo apt-get install -y mender-client', 'sudo apt-get install -y mender-client4'),
      shell('apt-get install -y --no-install-recommends curl mender-client=3.5.2-1'),
      yaml(
        '- name: client\n  ansible.builtin.apt:\n    name: [mender-client, jq]\n',
        '- name: client\n  ansible.builtin.apt:\n    name: [mender-client4, jq]\n',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'apt-get install mender-client4' },
      { language: 'shell', bad: 'apt-get remove --purge mender-client' },
      { language: 'shell', bad: 'apt-get install mender-client4 || apt-get install mender-client' },
      { language: 'shell', bad: 'apt-get install mender-connect mender-client-version-inventory-script' },
    ],
  },
  {
    id: 'package-unknown',
    component: 'mender-client',
    title: 'installing a package `mender`',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'install', name: 'mender' },
    replacement: { kind: 'rewrite', to: 'mender-client4', safety: 'review' },
    message: 'Use `mender-client4`: no repository of Mender has `{use}`.',
    why: 'The package of the client has always been `mender-client`, and is `mender-client4` now. Both conflict with a package `mender`, which people built for themselves: the client of 4.0 or later is not installed next to one.',
    sources: ['mender-dist-packages@bbac3da', `${control}:10-14`, `${upgradePage}:146-174`],
    examples: [
      shell('sudo apt-get install mender', 'sudo apt-get install mender-client4'),
      yaml(
        '- name: client\n  ansible.builtin.apt:\n    name: mender\n',
        '- name: client\n  ansible.builtin.apt:\n    name: mender-client4\n',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'apt-get remove mender' },
      { language: 'shell', bad: 'apt-get install ./mender.deb mender-connect' },
      { language: 'shell', bad: 'pip install mender' },
      { language: 'shell', bad: 'apt-get install mender-client4 || apt-get install mender' },
    ],
  },
  {
    id: 'package-depends',
    component: 'mender-client',
    title: 'dependency on the package `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'depends', name: 'mender-client' },
    replacement: ofEither,
    message: 'Name `{to}` first: `{use}` conflicts with 4.0 and later.',
    why: 'There is no transitional package, and the packages of 4.0 and later conflict with `mender-client`. Packages of Mender that use the D-Bus API or the token depend on `mender-auth | mender-client`, those that bring update modules on `mender-update | mender-client`.',
    sources: dependents,
    examples: [
      controlFile(
        'Package: product-modules\nDepends: bash, mender-client (>= 2.5), ${misc:Depends}\n',
        'Package: product-modules\nDepends: bash, mender-update | mender-client (>= 2.5), ${misc:Depends}\n',
      ),
    ],
    quiet: [
      { language: 'control', bad: 'Package: product\nDepends: mender-auth | mender-client (>= 3.2)\n' },
      { language: 'control', bad: 'Package: product\nConflicts: mender-client\nSuggests: mender-client\n' },
      { language: 'control', bad: 'Package: mender-client\n\nPackage: mender-client-dev\nDepends: mender-client\n' },
    ],
  },
  {
    id: 'package-recommends',
    component: 'mender-client',
    title: 'recommendation of the package `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    independent: true,
    match: { kind: 'package', use: 'recommends', name: 'mender-client' },
    replacement: ofEither,
    message: 'Name `{to}` first: `{use}` is left out where 4.0 or later is.',
    why: 'There is no transitional package, and the packages of 4.0 and later conflict with `mender-client`. apt installs recommended packages only where that is possible.',
    sources: dependents,
    examples: [
      controlFile(
        'Package: product-shell\nDepends: ${misc:Depends}\nRecommends: mender-client\n',
        'Package: product-shell\nDepends: ${misc:Depends}\nRecommends: mender-update | mender-client\n',
      ),
    ],
    quiet: [{ language: 'control', bad: 'Package: product-shell\nRecommends: mender-auth | mender-client\n' }],
  },
  {
    id: 'package-file',
    component: 'mender-client',
    title: 'package file of `mender-client` 3.x',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'file', name: 'mender-client' },
    replacement: { kind: 'none' },
    message: 'Install `mender-client4` or its parts: `{use}` installs 3.x.',
    why: 'Packages of 3.x are no longer built, and those of 4.0 and later conflict with them.',
    sources: [`${control}:11,19,27`, 'mender-dist-packages@4a0022a'],
    examples: [shell('dpkg -i mender-client_3.5.3-1+debian+bullseye_armhf.deb')],
    quiet: [{ language: 'shell', bad: 'dpkg -i mender-monitor_1.5.0-1+debian+trixie_all.deb' }],
  },
  {
    id: 'package-dev',
    component: 'mender-client',
    title: 'package `mender-client-dev`',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'install', name: 'mender-client-dev' },
    replacement: { kind: 'rewrite', to: 'mender-client4-dev', safety: 'review' },
    message: 'Use `mender-client4-dev`: `{use}` is of 3.x and no longer built.',
    why: 'The package with the D-Bus interfaces was renamed together with the client. That of 3.x is no longer built, and apt does not find it where there are only the packages of 4.0 and later.',
    sources: [`${control}:34-41`, 'mender-dist-packages@4a0022a'],
    examples: [shell('apt-get install mender-client-dev', 'apt-get install mender-client4-dev')],
  },
  {
    id: 'package-query',
    component: 'mender-client',
    title: 'asking dpkg or apt for `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'package', use: 'query', name: 'mender-client' },
    replacement: {
      kind: 'choose',
      to: ['mender-update', 'mender-client4'],
      safety: 'review',
    },
    message: 'Ask for `mender-update` or `mender-client4`: `{use}` does not know 4.0.',
    why: 'With 4.0 or later installed there is no package `mender-client`: its packages conflict with that one. mender-update has the version of the updater.',
    sources: [`${control}:10-22`],
    examples: [
      shell('VERSION=$(dpkg -s mender-client | grep Version)', 'VERSION=$(dpkg -s mender-update | grep Version)'),
      shell('apt-cache policy mender-client', 'apt-cache policy mender-update'),
    ],
    quiet: [
      { language: 'shell', bad: 'if dpkg -s mender-client; then apt-get remove mender-client; fi' },
      { language: 'shell', bad: 'dpkg -s mender-client >/dev/null && apt-get purge mender-client' },
      { language: 'shell', bad: 'dpkg -l mender-client4' },
    ],
  },
  {
    id: 'package-hold',
    component: 'mender-client',
    title: 'holding the package `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'package', use: 'hold', name: 'mender-client' },
    replacement: {
      kind: 'rewrite',
      to: 'mender-client4 mender-auth mender-update',
      safety: 'review',
    },
    message: 'Hold `mender-client4`, `mender-auth` and `mender-update`: `{use}` holds nothing since 4.0.',
    why: 'The client is now upgraded with the packages that it consists of. The documentation of 3.x told users to hold `mender-client`.',
    sources: [`${control}:10-30`, 'mender-docs@3.6.x:10.Downloads/docs.md:185-188'],
    examples: [shell('apt-mark hold mender-client', 'apt-mark hold mender-client4 mender-auth mender-update')],
    quiet: [{ language: 'shell', bad: 'apt-mark unhold mender-client' }],
  },
];
