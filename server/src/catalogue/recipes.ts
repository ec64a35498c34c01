/** What meta-mender renamed for Yocto builds: recipes, packages, features, classes and variables. */
import { bitbake } from './example.ts';
import type { Row } from './row.ts';

const goRecipe = 'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/mender-client-go.inc';
const cppRecipe = 'meta-mender@master:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc';

/** Variables that list packages of an image or of another package. */
const packageLists = [
  'IMAGE_INSTALL',
  'CORE_IMAGE_EXTRA_INSTALL',
  'PACKAGE_INSTALL',
  'RDEPENDS',
  'RRECOMMENDS',
  'MACHINE_ESSENTIAL_EXTRA_RDEPENDS',
  'MACHINE_EXTRA_RDEPENDS',
];

const localConf = 'build/conf/local.conf';

export const recipeRows: readonly Row[] = [
  {
    id: 'recipe-append',
    component: 'meta-mender',
    title: 'append of the recipe `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'recipe', part: 'file', pattern: /(?:^|\/)(mender-client_[^/]*\.bbappend)$/ },
    replacement: { kind: 'none' },
    message:
      '`{use}` appends to the recipe of Mender 3.x: the recipe of 4.0 and later is called mender; rename the file to mender_%.bbappend and check what it does.',
    why: 'The recipe of the C++ client is `mender`. kirkstone has both recipes, the default of scarthgap is `mender`, and later branches have no recipe `mender-client`: an append without its recipe stops the build.',
    sources: [
      'mender-docs@master:05.Operating-System-updates-Yocto-Project/05.Customize-Mender/docs.md:92',
      'meta-mender@911ea436',
    ],
    examples: [
      bitbake('SRC_URI += "file://product.cfg"\n', undefined, 'recipes-mender/mender-client/mender-client_%.bbappend'),
      bitbake('', undefined, 'recipes-mender/mender-client/mender-client_3.5.3.bbappend'),
    ],
    quiet: [
      { language: 'bitbake', path: 'recipes-mender/mender/mender_%.bbappend', bad: 'SRC_URI += "file://a"\n' },
      { language: 'bitbake', path: 'recipes/mender-client-qemu_%.bbappend', bad: 'SRC_URI += "file://a"\n' },
    ],
  },
  {
    id: 'recipe-override',
    component: 'meta-mender',
    title: 'override `pn-mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'recipe', part: 'override', names: ['mender-client'], except: ['PREFERRED_VERSION'] },
    replacement: { kind: 'rewrite', to: 'mender', safety: 'review', availableIn: '4.0' },
    message: '`{use}` has no effect: the recipe of Mender 4.0 and later is called mender; write pn-mender.',
    why: 'An override for `pn-mender-client` is for the recipe of the Go client alone. The recipe of the C++ client is `mender`.',
    sources: [
      'mender-docs@3.7.x:05.Operating-System-updates-Yocto-Project/99.Variables/docs.md',
      'meta-mender@911ea436',
    ],
    examples: [
      bitbake(
        'SYSTEMD_AUTO_ENABLE:pn-mender-client = "disable"\n',
        'SYSTEMD_AUTO_ENABLE:pn-mender = "disable"\n',
        localConf,
      ),
      bitbake(
        'PACKAGECONFIG_append_pn-mender-client = " modules"\n',
        'PACKAGECONFIG_append_pn-mender = " modules"\n',
        localConf,
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: localConf,
        bad: 'SYSTEMD_AUTO_ENABLE:pn-mender-client = "disable"\nSYSTEMD_AUTO_ENABLE:pn-mender = "disable"\n',
      },
      { language: 'bitbake', path: localConf, bad: 'SYSTEMD_AUTO_ENABLE:pn-mender-connect = "disable"\n' },
    ],
  },
  {
    id: 'recipe-preferred-version',
    component: 'meta-mender',
    title: 'preferred version of the recipe `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'recipe',
      part: 'name',
      names: [
        'PREFERRED_VERSION_mender-client',
        'PREFERRED_VERSION_pn-mender-client',
        'PREFERRED_VERSION:pn-mender-client',
      ],
    },
    replacement: { kind: 'none' },
    message:
      '`{use}` selects no version of Mender 4.0 or later: the recipe mender-client ends at 3.5.3; set PREFERRED_VERSION_mender to a version of 4.x or 5.x.',
    why: 'The highest version of the recipe `mender-client` is 3.5.3, and newer branches have none. The recipe `mender` is chosen by `PREFERRED_VERSION_mender`.',
    sources: ['meta-mender@573c802d', 'meta-mender@96c97dc6'],
    examples: [
      bitbake('PREFERRED_VERSION_mender-client = "3.5.%"\n', undefined, localConf),
      bitbake('PREFERRED_VERSION:pn-mender-client = "2.%"\n', undefined, localConf),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender = "5.%"\n' },
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender-connect = "2.%"\n' },
      {
        language: 'bitbake',
        path: localConf,
        bad: 'PREFERRED_VERSION_mender-client = "3.5.3"\nPREFERRED_VERSION_mender = "4.0.7"\n',
      },
    ],
  },
  {
    id: 'recipe-package',
    component: 'meta-mender',
    title: 'package `mender-client` of an image',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: packageLists,
      names: ['mender-client'],
      beside: ['mender-auth', 'mender-update', 'mender'],
    },
    replacement: {
      kind: 'choose',
      to: ['mender-auth mender-update', 'mender-update', 'mender-auth'],
      safety: 'review',
      availableIn: '4.0',
    },
    message:
      '`{use}` is the package of Mender 3.x: 4.0 split it; install mender-auth and mender-update, and mender-snapshot or mender-flash where they are used.',
    why: 'The recipe `mender` makes no package `mender-client`. The recipe of the Go client provides mender-auth and mender-update too, so the new names work on kirkstone as well. mender-connect needs mender-auth, mender-configure needs mender-update.',
    sources: [
      `${goRecipe}:18-19`,
      `${cppRecipe}:17`,
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-connect/mender-connect.inc:7',
    ],
    examples: [
      bitbake(
        'IMAGE_INSTALL:append = " mender-client"\n',
        'IMAGE_INSTALL:append = " mender-auth mender-update"\n',
        localConf,
      ),
      bitbake(
        'RDEPENDS:${PN} = "bash mender-client (>= 3.2)"\n',
        'RDEPENDS:${PN} = "bash mender-auth mender-update"\n',
        'recipes-product/product/product_1.0.bb',
      ),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'IMAGE_INSTALL:append = " mender-client-qemu mender-connect"\n' },
      { language: 'bitbake', path: localConf, bad: 'IMAGE_INSTALL:remove = "mender-client"\n' },
      { language: 'bitbake', path: localConf, bad: '# IMAGE_INSTALL:append = " mender-client"\n' },
    ],
  },
  {
    id: 'recipe-depends',
    component: 'meta-mender',
    title: 'build dependency on the recipe `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'recipe', part: 'item', variables: ['DEPENDS'], names: ['mender-client'], beside: ['mender'] },
    replacement: { kind: 'rewrite', to: 'mender', safety: 'review', availableIn: '4.0' },
    message: '`{use}` is the recipe of Mender 3.x: the recipe of 4.0 and later is called mender; depend on that one.',
    why: 'A build dependency names a recipe, and that of the C++ client is `mender`.',
    sources: ['meta-mender@911ea436'],
    examples: [bitbake('DEPENDS += "mender-client"\n', 'DEPENDS += "mender"\n', 'recipes-product/product_1.0.bb')],
  },
  {
    id: 'recipe-feature',
    component: 'meta-mender',
    title: 'feature `mender-client-install`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['MENDER_FEATURES_ENABLE', 'MENDER_FEATURES_DISABLE'],
      names: ['mender-client-install'],
      beside: ['mender-auth-install', 'mender-update-install'],
    },
    replacement: {
      kind: 'rewrite',
      to: 'mender-auth-install mender-update-install',
      safety: 'safe',
      availableIn: '4.0',
    },
    message:
      '`{use}` stops the build from scarthgap on: the feature was split; write mender-auth-install mender-update-install.',
    why: 'kirkstone takes `mender-client-install` for both new features. scarthgap and later know it no more, and an unknown feature is fatal.',
    sources: [
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:17-21',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-maybe-setup.bbclass:41-45,110',
    ],
    examples: [
      bitbake(
        'MENDER_FEATURES_ENABLE:append = " mender-uboot mender-client-install"\n',
        'MENDER_FEATURES_ENABLE:append = " mender-uboot mender-auth-install mender-update-install"\n',
        localConf,
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: localConf,
        bad: 'MENDER_FEATURES_ENABLE:append = " mender-auth-install mender-update-install mender-systemd"\n',
      },
      { language: 'bitbake', path: localConf, bad: 'MENDER_FEATURES_ENABLE:remove = "mender-client-install"\n' },
    ],
  },
  {
    id: 'recipe-feature-install',
    component: 'meta-mender',
    title: 'feature `mender-install`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['MENDER_FEATURES_ENABLE', 'MENDER_FEATURES_DISABLE'],
      names: ['mender-install'],
      beside: ['mender-auth-install', 'mender-update-install'],
    },
    replacement: {
      kind: 'rewrite',
      to: 'mender-auth-install mender-update-install',
      safety: 'review',
      availableIn: '4.0',
    },
    message:
      '`{use}` stops the build: meta-mender removed this feature, although the documentation still names it; write mender-auth-install mender-update-install.',
    why: 'The feature was removed in November 2023, and an unknown feature is fatal. The documentation of 3.7 and later still names it.',
    sources: ['meta-mender@d86afc28', 'meta-mender@scarthgap:meta-mender-core/classes/mender-maybe-setup.bbclass:110'],
    examples: [
      bitbake(
        'MENDER_FEATURES_DISABLE:append = " mender-install"\n',
        'MENDER_FEATURES_DISABLE:append = " mender-auth-install mender-update-install"\n',
        localConf,
      ),
    ],
  },
  {
    id: 'recipe-class',
    component: 'meta-mender',
    title: 'class `mender-install`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['inherit', 'inherit_defer', 'INHERIT'],
      names: ['mender-install', 'mender-install-ubi'],
    },
    replacement: { kind: 'none' },
    message:
      '`{use}` cannot be inherited: scarthgap removed the class; inherit mender-full or set the features you need.',
    why: 'The class is not in meta-mender from scarthgap on. The `mender-full` classes and the features took its place.',
    sources: ['meta-mender@scarthgap:meta-mender-core/classes'],
    examples: [
      bitbake('INHERIT += "mender-install"\n', undefined, localConf),
      bitbake('inherit mender-install\n', undefined, 'recipes-core/images/product-image.bb'),
    ],
    quiet: [{ language: 'bitbake', path: localConf, bad: 'INHERIT += "mender-full"\n' }],
  },
  {
    id: 'recipe-packageconfig-dbus',
    component: 'meta-mender',
    title: 'PACKAGECONFIG `dbus` of the client',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'recipe', part: 'item', variables: ['PACKAGECONFIG'], names: ['dbus'], ofClient: true },
    replacement: { kind: 'remove', safety: 'review' },
    message: '`{use}` is no PACKAGECONFIG of the recipe mender: D-Bus is always built in; remove it.',
    why: 'D-Bus became mandatory with 4.0, so the recipe has no switch for it.',
    sources: [`${cppRecipe}:54-83`, `${goRecipe}:37-50`],
    examples: [
      bitbake(
        'PACKAGECONFIG:append:pn-mender = " dbus modules"\n',
        'PACKAGECONFIG:append:pn-mender = " modules"\n',
        localConf,
      ),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'PACKAGECONFIG:append:pn-bluez5 = " dbus" # for mender\n' },
      { language: 'bitbake', path: 'recipes/mender-connect_%.bbappend', bad: 'PACKAGECONFIG:append = " dbus"\n' },
    ],
  },
  {
    id: 'recipe-provider',
    component: 'meta-mender',
    title: 'provider that selects the recipe `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: [
        'PREFERRED_PROVIDER_mender-native',
        'PREFERRED_RPROVIDER_mender-auth',
        'PREFERRED_RPROVIDER_mender-update',
      ],
      names: ['mender-client', 'mender-client-native'],
    },
    replacement: { kind: 'choose', to: ['mender'], safety: 'review', availableIn: '4.0' },
    message:
      '`{use}` selects the client of Mender 3.x: the recipe of 4.0 and later is called mender; set all three providers to it.',
    why: '`PREFERRED_PROVIDER_mender-native`, `PREFERRED_RPROVIDER_mender-auth` and `PREFERRED_RPROVIDER_mender-update` decide on kirkstone which client is built. From scarthgap on they name the recipe mender by default.',
    sources: [
      'meta-mender@6d69e8b0',
      'mender-docs@master:301.Troubleshoot/01.Yocto-project-build/docs.md:52-58',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-setup.bbclass:242-244',
    ],
    examples: [
      bitbake(
        'PREFERRED_RPROVIDER_mender-auth = "mender-client"\n',
        'PREFERRED_RPROVIDER_mender-auth = "mender"\n',
        localConf,
      ),
      bitbake(
        'PREFERRED_PROVIDER_mender-native = "mender-client-native"\n',
        'PREFERRED_PROVIDER_mender-native = "mender-native"\n',
        localConf,
      ),
    ],
    quiet: [{ language: 'bitbake', path: localConf, bad: 'PREFERRED_RPROVIDER_mender-auth = "mender"\n' }],
  },
  {
    id: 'recipe-migrate-configuration',
    component: 'meta-mender',
    title: 'package `mender-client-migrate-configuration`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: packageLists,
      names: ['mender-client-migrate-configuration'],
      beside: ['mender-migrate-configuration'],
    },
    replacement: { kind: 'rewrite', to: 'mender-migrate-configuration', safety: 'review', availableIn: '4.0' },
    message:
      '`{use}` is not there from scarthgap on: the package is called mender-migrate-configuration; kirkstone and older branches keep the old name.',
    why: 'The package and its state script were renamed together with the recipe.',
    sources: ['mender-docs@master:301.Troubleshoot/01.Yocto-project-build/docs.md:349-356', 'meta-mender@76ebbbc8'],
    examples: [
      bitbake(
        'IMAGE_INSTALL_append = " mender-client-migrate-configuration"\n',
        'IMAGE_INSTALL_append = " mender-migrate-configuration"\n',
        localConf,
      ),
    ],
  },
  {
    id: 'recipe-artifact-info',
    component: 'meta-mender',
    title: 'package `mender-artifact-info`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'recipe', part: 'item', variables: packageLists, names: ['mender-artifact-info'] },
    replacement: { kind: 'remove', safety: 'review' },
    message: '`{use}` is of no use: the client takes its name from the bootstrap Artifact since 3.5; remove it.',
    why: 'The recipe was removed after kirkstone, and /etc/mender/artifact_info is ignored since client 3.5.',
    sources: ['mender@43581578'],
    examples: [
      bitbake('IMAGE_INSTALL:append = " bash mender-artifact-info"\n', 'IMAGE_INSTALL:append = " bash"\n', localConf),
    ],
  },
  {
    id: 'recipe-update-control',
    component: 'meta-mender',
    title: 'variables for update control maps',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'recipe',
      part: 'name',
      names: [
        'MENDER_UPDATE_CONTROL_MAP_EXPIRATION_TIME_SECONDS',
        'MENDER_UPDATE_CONTROL_MAP_BOOT_EXPIRATION_TIME_SECONDS',
      ],
    },
    replacement: { kind: 'remove', safety: 'review' },
    message: '`{use}` has no effect: Mender 4.0 removed update control maps; remove the variable.',
    why: 'Only the recipe of the Go client reads these variables.',
    sources: [`${goRecipe}:205-206`, 'mender@0338650e'],
    examples: [
      bitbake(
        'MENDER_UPDATE_CONTROL_MAP_EXPIRATION_TIME_SECONDS = "90"\nMACHINE = "qemux86-64"\n',
        'MACHINE = "qemux86-64"\n',
        localConf,
      ),
    ],
  },
  {
    id: 'recipe-systemd-service',
    component: 'meta-mender',
    title: 'SYSTEMD_SERVICE that names `mender-client.service`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['SYSTEMD_SERVICE'],
      names: ['mender-client.service'],
      beside: ['mender-authd.service', 'mender-updated.service'],
    },
    replacement: { kind: 'none' },
    message:
      '`{use}` is not installed by the recipe mender: 4.0 split the service; use SYSTEMD_SERVICE:mender-auth for mender-authd.service and SYSTEMD_SERVICE:mender-update for mender-updated.service.',
    why: 'Each of the two new packages has its own service.',
    sources: [`${cppRecipe}:23-27`, `${goRecipe}:130`],
    examples: [
      bitbake(
        'SYSTEMD_SERVICE:${PN} = "mender-client.service"\n',
        undefined,
        'recipes-mender/mender/mender_%.bbappend',
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: 'recipes/a.bb',
        bad: 'SYSTEMD_SERVICE:${PN} = "mender-client-data-dir.service"\n',
      },
    ],
  },
];
