/** Packages, layers and combinations of versions that newer releases do not have. */
import { bitbake, shell, yaml } from './example.ts';
import type { Rule } from './rule.ts';
import { brokenSince, ignoredBeforeWrynose } from './yocto-effects.ts';

const localConf = 'build/conf/local.conf';
const layers = 'build/conf/bblayers.conf';

export const retiredPackageRules: readonly Rule[] = [
  {
    id: 'package-app-module',
    component: 'mender-client',
    title: 'package `mender-app-update-module`',
    removedIn: '5.1',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'install', name: 'mender-app-update-module' },
    replacement: { kind: 'none' },
    message: 'Use `mender-docker-compose`: `{use}` is no longer built.',
    why: 'No package of it is built since October 2025, so suites that came later, such as `ubuntu/resolute`, have none; the page of downloads still lists it. The module for Docker Compose has a package of its own, with the payload type `docker-compose` instead of `app`, and with the generator `gen_docker-compose` in place of `app-gen`.',
    sources: [
      'mender-dist-packages@c7627c7',
      'mender-dist-packages@ecf2002',
      'mender-docs@master:12.Downloads/02.Device-components/docs.md:24-31',
      'mender-dist-packages@master:recipes/mender-container-modules/debian-master/control:8-13',
      'mender-dist-packages@master:recipes/mender-container-modules/debian-master/mender-docker-compose.install:1',
      'mender-docs@master:08.Artifact-creation/05.Create-a-docker-compose-update-Artifact/docs.md:12',
      'app-update-module@master:gen/app-gen',
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
    why: 'The layers for the Raspberry Pi left meta-mender for meta-mender-community after kirkstone. BitBake stops at a layer that is not there.',
    sources: ['meta-mender@5041c905', 'meta-mender@kirkstone:meta-mender-raspberrypi'],
    examples: [
      bitbake('BBLAYERS += "${TOPDIR}/../sources/meta-mender/meta-mender-raspberrypi"\n', undefined, layers),
      yaml(
        'header:\n  version: 14\nrepos:\n  meta-mender:\n    url: https://github.com/mendersoftware/meta-mender\n    layers:\n      meta-mender-core:\n      meta-mender-raspberrypi:\n',
        undefined,
        'kas.yml',
      ),
      shell('bitbake-layers add-layer -F ../meta-mender/meta-mender-raspberrypi'),
    ],
    quiet: [
      { language: 'shell', bad: 'bitbake-layers add-layer ../meta-mender-community/meta-mender-raspberrypi' },
      { language: 'shell', bad: 'bitbake-layers remove-layer ../meta-mender/meta-mender-raspberrypi' },
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
        'PREFERRED_VERSION_mender-container-modules',
      ],
      // mender-client-subcomponents@6.0.0:subcomponents/releases/6.0.0.json
      versions: {
        'PREFERRED_VERSION_mender-connect': '3.0.0',
        'PREFERRED_VERSION_mender-monitor': '1.5.0',
        'PREFERRED_VERSION_mender-flash': '1.1.0',
        'PREFERRED_VERSION_mender-configure': '1.1.4',
        'PREFERRED_VERSION_mender-binary-delta': '1.5.3',
        'PREFERRED_VERSION_mender-container-modules': '1.0.0',
      },
    },
    replacement: { kind: 'none' },
    message: 'Use the version of Client 6.0: `{use}` does not go with Mender 5.1.',
    why: 'mender-update 5.1 wants mender-client-version-inventory-script, which conflicts with every other version than mender-connect 3.0.0, mender-monitor 1.5.0, mender-flash 1.1.0, mender-configure 1.1.4, mender-binary-delta 1.5.3 and mender-container-modules 1.0.0. On wrynose and master it is required: do_rootfs ends with `requires mender-client-version-inventory-script, but none of the providers can be installed`. On kirkstone and scarthgap it is only recommended: BitBake warns that `mender-client-version-inventory-script was NOT installed in the image.` `PACKAGECONFIG:remove:pn-mender = "version-inventory-script"` leaves it out.',
    sources: [
      'mender-client-subcomponents@6.0.0:subcomponents/releases/6.0.0.json',
      'mender-client-subcomponents@6.0.0:generate-conflicts:51-80',
      'meta-mender@wrynose:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:48-79,380-406',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client-version-inventory-script',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-client-version-inventory-script-conflicts.bbclass:7-25',
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
