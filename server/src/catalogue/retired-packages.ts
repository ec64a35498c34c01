/** Packages, layers and combinations of versions that newer releases do not have. */
import { bitbake, shell, yaml } from './example.ts';
import type { Row } from './row.ts';
import { brokenSince, ignoredBeforeWrynose } from './yocto-effects.ts';

const localConf = 'build/conf/local.conf';
const layers = 'build/conf/bblayers.conf';

export const retiredPackageRows: readonly Row[] = [
  {
    id: 'package-app-module',
    component: 'mender-client',
    title: 'package `mender-app-update-module`',
    removedIn: '5.1',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'install', name: 'mender-app-update-module' },
    replacement: { kind: 'none' },
    message: 'Use `mender-docker-compose`: `{use}` fails, it is no longer built.',
    why: 'The package was taken out of the repository in October 2025, though the page of downloads still lists it. The module for Docker Compose has a package of its own, with another payload type and another generator.',
    sources: [
      'mender-dist-packages@c7627c7',
      'mender-dist-packages@master:recipes/mender-container-modules/debian-master/control:8',
    ],
    examples: [shell('apt-get install -y mender-app-update-module')],
    quiet: [{ language: 'shell', bad: 'apt-get install -y mender-docker-compose' }],
  },
  {
    id: 'recipe-layer-moved',
    component: 'meta-mender',
    title: 'layer `meta-mender-raspberrypi` of meta-mender',
    removedIn: '5.0',
    effect: 'fails',
    yocto: brokenSince('scarthgap', 'fails'),
    match: {
      kind: 'recipe',
      part: 'file',
      variables: ['BBLAYERS'],
      names: ['meta-mender-raspberrypi', 'meta-mender-raspberrypi-demo'],
      within: 'meta-mender',
    },
    replacement: { kind: 'none' },
    message: 'Take it from `meta-mender-community`: `{use}` is gone since scarthgap.',
    why: 'The layers for the Raspberry Pi left meta-mender after kirkstone. BitBake stops at a layer that is not there.',
    sources: ['meta-mender@5041c905', 'meta-mender@kirkstone:meta-mender-raspberrypi'],
    examples: [
      bitbake('BBLAYERS += "${TOPDIR}/../sources/meta-mender/meta-mender-raspberrypi"\n', undefined, layers),
      yaml(
        'header:\n  version: 14\nrepos:\n  meta-mender:\n    url: https://github.com/mendersoftware/meta-mender\n    layers:\n      meta-mender-core:\n      meta-mender-raspberrypi:\n',
        undefined,
        'kas.yml',
      ),
    ],
    quiet: [
      { language: 'bitbake', path: layers, bad: 'BBLAYERS += "/src/meta-mender-community/meta-mender-raspberrypi"\n' },
      { language: 'bitbake', path: layers, bad: 'BBLAYERS += "/src/meta-mender/meta-mender-core"\n' },
      {
        language: 'yaml',
        path: 'kas.yml',
        bad: 'header:\n  version: 14\nrepos:\n  meta-mender:\n    layers:\n      meta-mender-core:\n      meta-mender-raspberrypi: excluded\n  meta-mender-community:\n    layers:\n      meta-mender-raspberrypi:\n',
      },
      {
        language: 'bitbake',
        path: layers,
        target: '4.0',
        bad: 'BBLAYERS += "/src/meta-mender/meta-mender-raspberrypi"\n',
      },
    ],
  },
  {
    id: 'recipe-version-combination',
    component: 'meta-mender',
    title: 'version that does not go with the client 5.1',
    removedIn: '5.1',
    effect: 'ignored',
    yocto: ignoredBeforeWrynose,
    match: {
      kind: 'recipe',
      part: 'name',
      names: [
        'PREFERRED_VERSION_mender-connect',
        'PREFERRED_VERSION_mender-monitor',
        'PREFERRED_VERSION_mender-flash',
        'PREFERRED_VERSION_mender-configure',
        'PREFERRED_VERSION_mender-binary-delta',
      ],
      // mender-client-subcomponents@6.0.0:subcomponents/releases/6.0.0.json
      versions: {
        'PREFERRED_VERSION_mender-connect': '3.0.0',
        'PREFERRED_VERSION_mender-monitor': '1.5.0',
        'PREFERRED_VERSION_mender-flash': '1.1.0',
        'PREFERRED_VERSION_mender-configure': '1.1.4',
        'PREFERRED_VERSION_mender-binary-delta': '1.5.3',
      },
    },
    replacement: { kind: 'none' },
    message: 'Use the version of Client 6.0: `{use}` does not go with Mender 5.1.',
    why: 'mender-update 5.1 wants mender-client-version-inventory-script, which conflicts with every other version than mender-connect 3.0.0, mender-monitor 1.5.0, mender-flash 1.1.0, mender-configure 1.1.4 and mender-binary-delta 1.5.3. On wrynose and master the package is required, on kirkstone and scarthgap only recommended. `PACKAGECONFIG:remove:pn-mender = "version-inventory-script"` leaves it out.',
    sources: [
      'mender-client-subcomponents@6.0.0:subcomponents/releases/6.0.0.json',
      'meta-mender@wrynose:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:48-79',
      'mender-docs@master:301.Troubleshoot/01.Yocto-project-build/docs.md:6-37',
    ],
    examples: [
      bitbake('PREFERRED_VERSION_mender-connect = "2.%"\n', undefined, localConf),
      bitbake('PREFERRED_VERSION_mender-flash = "1.0.0"\n', undefined, localConf),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender-connect = "3.%"\n' },
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender-connect = "3.0.0"\n' },
      { language: 'bitbake', path: localConf, target: '5.0', bad: 'PREFERRED_VERSION_mender-connect = "2.%"\n' },
    ],
  },
];
