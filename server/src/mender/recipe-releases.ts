/**
 * Features of layers for Mender that only some releases of Yocto have, or accept: found where a layer, or its build,
 * names its release.
 */
import { bitbake } from './example.ts';
import type { Example, Rule } from './rule.ts';
import { pastYoctoNames, type YoctoRelease } from './yocto.ts';
import { brokenSince } from './yocto-effects.ts';

const localConf = 'meta-product/conf/distro/product.conf';
const append = 'meta-product/recipes-mender/mender/mender_%.bbappend';

function on(yocto: readonly YoctoRelease[], bad: string, good?: string, path = localConf): Example {
  return { ...bitbake(bad, good, path), yocto };
}

/** The oldest recipe of each on the branches of meta-mender, by the variable that selects its version. */
const oldest: Readonly<Record<YoctoRelease, Readonly<Record<string, string>>>> = {
  kirkstone: versions('4.0.0', '1.2.0', '1.0.0', '1.2.0', '1.0.0', '1.2.0', '3.6.0'),
  scarthgap: versions('4.0.0', '2.1.0', '1.1.0', '1.4.0', '1.1.0', '1.3.0', '3.10.0'),
  wrynose: versions('5.0.0', '2.3.0', '1.1.0', '1.5.0', '2.0.0', '1.4.0', '4.4.0'),
};

function versions(
  ...[client, connect, configure, delta, gateway, monitor, artifact]: readonly string[]
): Readonly<Record<string, string>> {
  const recipes = {
    mender: client!,
    'mender-connect': connect!,
    'mender-configure': configure!,
    'mender-binary-delta': delta!,
    'mender-gateway': gateway!,
    'mender-monitor': monitor!,
    'mender-artifact': artifact!,
    'mender-artifact-native': artifact!,
  };
  // BitBake, `findPreferredProvider`: the variable with the override for the recipe, and the one with its name.
  return Object.fromEntries(
    Object.entries(recipes).flatMap(([recipe, version]) =>
      ['_', '_pn-', ':pn-'].map(joint => [`PREFERRED_VERSION${joint}${recipe}`, version]),
    ),
  );
}

export const recipeReleaseRules: readonly Rule[] = [
  {
    id: 'recipe-layer-series',
    component: 'meta-mender',
    title: 'layer for releases of Yocto that have no client of 4.0',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'recipe', part: 'series', names: pastYoctoNames },
    replacement: { kind: 'none' },
    message: 'Move to kirkstone or later: `{use}` builds no client of 4.0.',
    why: 'The branches of meta-mender up to dunfell have recipes for clients up to 3.5.3. kirkstone is the first one with a recipe for 4.0. The other findings in the layer are about what kirkstone and later do not accept.',
    sources: [
      'meta-mender@dunfell:meta-mender-core/recipes-mender/mender-client/mender-client_3.5.3.bb',
      'meta-mender@dunfell:meta-mender-core/conf/layer.conf',
      'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/mender_4.0.0.bb',
    ],
    examples: [
      bitbake(
        'LAYERDEPENDS_product = "mender"\nLAYERSERIES_COMPAT_product = "zeus dunfell"\n',
        undefined,
        'meta-product/conf/layer.conf',
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: 'meta-product/conf/layer.conf',
        bad: 'LAYERDEPENDS_product = "mender"\nLAYERSERIES_COMPAT_product = "dunfell kirkstone"\n',
      },
      {
        language: 'bitbake',
        path: 'meta-product/conf/layer.conf',
        bad: 'LAYERDEPENDS_product = "mender"\nLAYERSERIES_COMPAT_product = "dunfell hardknott"\n',
      },
    ],
  },
  {
    id: 'recipe-old-operation',
    component: 'meta-mender',
    title: '`_append`, `_prepend` and `_remove`',
    removedIn: '4.0',
    effect: 'fails',
    yocto: brokenSince('kirkstone', 'fails'),
    yoctoOnly: true,
    match: { kind: 'recipe', part: 'old-syntax', of: 'operation' },
    replacement: { kind: 'rewrite', to: ':append', safety: 'review' },
    message: 'Use `{to}`: BitBake of kirkstone and later stops at `{use}`.',
    why: 'Overrides and operations are written with `:` since kirkstone, the first release with a client of 4.0. Only what belongs to Mender is reported; the rest of the layer needs the change as well. The script `convert-overrides.py` of openembedded-core rewrites all of it.',
    sources: [
      'meta-mender@618c6eaa',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:29',
      'meta-mender@dunfell:meta-mender-core/classes/mender-maybe-setup.bbclass:22',
    ],
    examples: [
      on(['kirkstone'], 'IMAGE_INSTALL_append = " mender-connect"\n', 'IMAGE_INSTALL:append = " mender-connect"\n'),
      on(
        ['scarthgap', 'wrynose'],
        'PACKAGECONFIG_remove_pn-mender = "modules"\n',
        'PACKAGECONFIG:remove:pn-mender = "modules"\n',
      ),
      on(['scarthgap'], 'do_install_append() {\n    :\n}\n', 'do_install:append() {\n    :\n}\n', append),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'IMAGE_INSTALL_append = " mender-connect"\n' },
      { language: 'bitbake', path: localConf, yocto: ['scarthgap'], bad: 'A_append = "b"\nB = "mender-x"\n' },
      {
        language: 'bitbake',
        path: localConf,
        yocto: ['scarthgap'],
        bad: 'IMAGE_INSTALL:append = " mender-connect"\nPREFERRED_VERSION_mender = "5.%"\n',
      },
    ],
  },
  {
    id: 'recipe-old-override',
    component: 'meta-mender',
    title: 'overrides with `_` for recipes and features of Mender',
    removedIn: '4.0',
    effect: 'ignored',
    yocto: brokenSince('kirkstone', 'ignored'),
    yoctoOnly: true,
    match: { kind: 'recipe', part: 'old-syntax', of: 'override' },
    replacement: { kind: 'rewrite', to: ':pn-mender', safety: 'review' },
    message: 'Use `{to}`: `{use}` has no effect since kirkstone.',
    why: 'An override that follows `_` is a part of the name of the variable, or of the task, since kirkstone, the first release with a client of 4.0: nothing reads it.',
    sources: ['meta-mender@618c6eaa', 'meta-mender@20e0edbf'],
    examples: [
      on(['kirkstone'], 'SYSTEMD_AUTO_ENABLE_pn-mender = "disable"\n', 'SYSTEMD_AUTO_ENABLE:pn-mender = "disable"\n'),
      on(['wrynose'], 'SRC_URI_mender-uboot = "file://a"\n', 'SRC_URI:mender-uboot = "file://a"\n', append),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'SYSTEMD_AUTO_ENABLE_pn-mender = "disable"\n' },
      {
        language: 'bitbake',
        path: localConf,
        yocto: ['kirkstone'],
        bad: 'PREFERRED_PROVIDER_mender-native = "mender-native"\nMENDER_STORAGE_DEVICE:mender-uboot = "/dev/a"\n',
      },
    ],
  },
  {
    id: 'recipe-version-gone',
    component: 'meta-mender',
    title: 'preferred version that meta-mender has no recipe for',
    removedIn: '4.0',
    effect: 'ignored',
    yocto: brokenSince('kirkstone', 'ignored'),
    match: { kind: 'recipe', part: 'name', names: Object.keys(oldest.kirkstone), oldest },
    replacement: { kind: 'none' },
    message: 'Take a newer version: `{use}` names one without a recipe.',
    why: 'Newer branches of meta-mender leave out recipes of versions that are no longer supported; wrynose has no client of 4.0, for example. BitBake says that the preferred version is not available and builds another one.',
    sources: [
      'meta-mender@00f29152',
      'meta-mender@kirkstone:meta-mender-core/recipes-mender',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender',
      'meta-mender@wrynose:meta-mender-core/recipes-mender',
      'meta-mender@wrynose:meta-mender-commercial',
    ],
    examples: [
      on(['wrynose'], 'PREFERRED_VERSION_mender = "4.%"\n'),
      on(['kirkstone', 'wrynose'], 'PREFERRED_VERSION_mender-artifact-native = "4.0.0"\n'),
      bitbake('PREFERRED_VERSION_pn-mender = "2.2.1"\n', undefined, localConf),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender = "4.%"\n' },
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_pn-mender-artifact = "3.6.%"\n' },
      { language: 'bitbake', path: localConf, bad: '# PREFERRED_VERSION_pn-mender = "2.2.1"\n' },
      { language: 'bitbake', path: localConf, yocto: ['scarthgap'], bad: 'PREFERRED_VERSION_mender = "4.0.%"\n' },
      { language: 'bitbake', path: localConf, yocto: ['wrynose'], bad: 'PREFERRED_VERSION_mender-connect = "3.%"\n' },
    ],
  },
  {
    id: 'recipe-unpackdir',
    component: 'meta-mender',
    title: 'files of SRC_URI in `WORKDIR`',
    removedIn: '5.1',
    effect: 'fails',
    yocto: brokenSince('wrynose', 'fails'),
    yoctoOnly: true,
    match: {
      kind: 'recipe',
      part: 'folder',
      variable: 'WORKDIR',
      pattern:
        /(?:^|\/)mender(?:-(?:configure|connect|flash|gateway|monitor|server-certificate|snapshot))?(?:_[^/]*)?\.bbappend$/,
    },
    replacement: { kind: 'rewrite', to: 'UNPACKDIR', safety: 'review' },
    message: 'Use `${UNPACKDIR}`: wrynose has no `{use}`.',
    why: 'What SRC_URI names is unpacked in `UNPACKDIR`, and the recipes of meta-mender look for it there since wrynose. A task of an append that takes it from `WORKDIR` finds nothing. scarthgap and before have it in `WORKDIR`.',
    sources: [
      'meta-mender@acff677b',
      'meta-mender@wrynose:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:177',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc:178',
    ],
    examples: [
      on(
        ['wrynose'],
        'SRC_URI += "file://product.cfg"\ndo_install:append() {\n    install ${WORKDIR}/product.cfg ${D}${sysconfdir}/\n}\n',
        'SRC_URI += "file://product.cfg"\ndo_install:append() {\n    install ${UNPACKDIR}/product.cfg ${D}${sysconfdir}/\n}\n',
        append,
      ),
      on(
        ['scarthgap', 'wrynose'],
        'SRC_URI += "file://mender.conf"\ndo_compile:append() {\n    cp ${WORKDIR}/mender.conf ${B}/\n}\n',
        undefined,
        append,
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: append,
        yocto: ['scarthgap'],
        bad: 'SRC_URI += "file://a.cfg"\ndo_install:append() {\n    install ${WORKDIR}/a.cfg ${D}/\n}\n',
      },
      {
        language: 'bitbake',
        path: append,
        yocto: ['wrynose'],
        bad: 'SRC_URI += "file://a.cfg"\nB = "${WORKDIR}/build"\n# install ${WORKDIR}/a.cfg\ndo_install:append() {\n    install ${UNPACKDIR}/a.cfg ${D}/\n}\n',
      },
    ],
  },
];
