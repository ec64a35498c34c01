/** Which releases of Yocto layers and kas files name. */
import assert from 'node:assert/strict';
import { yoctoOf } from '../../server/src/mender/yocto.ts';
import { yoctoOfKas, yoctoOfLayer } from '../../server/src/options/yocto-files.ts';

const layers: readonly (readonly [text: string, ...names: string[]])[] = [
  ['LAYERSERIES_COMPAT_product = "kirkstone"\n', 'kirkstone'],
  ['LAYERSERIES_COMPAT_product ?= "dunfell \\\n    scarthgap"\n', 'dunfell', 'scarthgap'],
  ['LAYERSERIES_COMPAT_product = "kirkstone"\nLAYERSERIES_COMPAT_product += "wrynose"\n', 'kirkstone', 'wrynose'],
  ['LAYERSERIES_COMPAT_product:append = " wrynose"\n', 'wrynose'],
  // Releases without a branch of meta-mender do not count, and neither do variables.
  ['LAYERSERIES_COMPAT_product = "honister kirkstone walnascar"\n', 'kirkstone'],
  ['LAYERSERIES_COMPAT_product = "${LAYERSERIES_CORENAMES}"\n'],
  ['# LAYERSERIES_COMPAT_product = "kirkstone"\n'],
  ['BBFILE_PRIORITY_product = "6"\n'],
  ['LAYERSERIES_COMPAT_product = "kirk'],
];

const kas = (repositories: string, before = '') =>
  `header:\n  version: 14\n${before}repos:\n${repositories}local_conf_header:\n  a: |\n    A = "b"\n`;

const files: readonly (readonly [text: string, ...names: string[]])[] = [
  [kas('  poky:\n    url: https://git.yoctoproject.org/poky\n    branch: scarthgap\n'), 'scarthgap'],
  [kas('  meta-mender:\n    refspec: kirkstone-v2024.06\n  poky:\n    tag: yocto-4.0.20\n'), 'kirkstone', 'kirkstone'],
  [kas('  core:\n    url: "git@github.com:openembedded/openembedded-core.git"\n    branch: wrynose\n'), 'wrynose'],
  [kas('  poky:\n    commit: abc\n', 'defaults:\n  repos:\n    branch: kirkstone\n'), 'kirkstone'],
  [kas('  poky:\n    branch: refs/tags/dunfell-23.0.31\n'), 'dunfell'],
  // Branches of other layers, and those that are not named after a release.
  [kas('  meta-product:\n    branch: kirkstone\n  poky:\n    branch: master\n')],
  [kas('  product:\n')],
  ['repos:\n  poky:\n    branch: kirkstone\n'],
  ['- hosts: all\n'],
  ['header: {\n'],
  [''],
];

describe('releases of Yocto', () => {
  for (const [text, ...names] of layers)
    it(`of a layer: ${JSON.stringify(text)}`, () => assert.deepEqual(yoctoOfLayer(text), names));
  for (const [text, ...names] of files)
    it(`of a file of kas: ${JSON.stringify(text)}`, () => assert.deepEqual(yoctoOfKas(text), names));
  for (const [revision, name] of [
    ['kirkstone', 'kirkstone'],
    ['origin/scarthgap-next', 'scarthgap'],
    ['refs/heads/wrynose', 'wrynose'],
    ['yocto-5.0', 'scarthgap'],
    ['yocto-3.1.33', undefined],
    ['kirkstonefoo', undefined],
    ['master', undefined],
    ['1.0-kirkstone', undefined],
    ['', undefined],
  ] as const)
    it(`of the revision ${JSON.stringify(revision)}`, () => assert.equal(yoctoOf(revision), name));
});
