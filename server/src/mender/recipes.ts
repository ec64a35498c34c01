/** What meta-mender renamed for Yocto builds: recipes, packages, their files and variables. */
import { bitbake } from './example.ts';
import type { Rule } from './rule.ts';
import { cppRecipe, goRecipe } from './source.ts';
import { brokenSince, ignoredBeforeWrynose } from './yocto-effects.ts';

/** Layers of meta-mender itself, which define the names and go with them from branch to branch. */
export const ownLayers = /(?:^|\/)meta-mender-(?:core|commercial|demo|qemu|raspberrypi|raspberrypi-demo|ci)\//;

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

export const recipeRules: readonly Rule[] = [
  {
    id: 'recipe-append',
    component: 'meta-mender',
    title: 'append of the recipe `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    yocto: ignoredBeforeWrynose,
    match: { kind: 'recipe', part: 'path', pattern: /(?:^|\/)(mender-client_[^/]*\.bbappend)$/ },
    replacement: { kind: 'none' },
    message: 'Rename the file to `mender_%.bbappend`: `{use}` appends to the recipe of 3.x.',
    why: 'The recipe of the C++ client is `mender`. kirkstone and scarthgap have both recipes, and `mender` is the default of scarthgap: an append to the other one has no effect there. wrynose and master have no recipe `mender-client`: an append without its recipe stops the build.',
    sources: [
      'mender-docs@master:05.Operating-System-updates-Yocto-Project/05.Customize-Mender/docs.md:91-94',
      'meta-mender@911ea436',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-setup.bbclass:242-244',
      'meta-mender@wrynose:meta-mender-core/recipes-mender/mender-client',
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
    replacement: { kind: 'rewrite', to: 'mender', safety: 'review' },
    message: 'Use `pn-mender`: `{use}` has no effect since 4.0.',
    why: 'An override for `pn-mender-client` is for the recipe of the Go client alone. The recipe of the C++ client is `mender`.',
    sources: [
      'mender-docs@3.7.x:05.Operating-System-updates-Yocto-Project/99.Variables/docs.md:672-681',
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
    replacement: { kind: 'rewrite', to: 'PREFERRED_VERSION_mender', safety: 'review' },
    message: 'Set `PREFERRED_VERSION_mender`: `{use}` selects no 4.0 or later.',
    why: 'The highest released version of the recipe `mender-client` is 3.5.3; wrynose and master have no such recipe. The version of the recipe `mender` is chosen by `PREFERRED_VERSION_mender`.',
    sources: [
      'meta-mender@573c802d',
      'meta-mender@96c97dc6',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client',
      'meta-mender@wrynose:meta-mender-core/recipes-mender/mender-client',
    ],
    examples: [
      bitbake('PREFERRED_VERSION_mender-client = "3.5.%"\n', 'PREFERRED_VERSION_mender = "5.1.%"\n', localConf),
      bitbake('PREFERRED_VERSION:pn-mender-client = "2.%"\n', 'PREFERRED_VERSION_mender = "5.1.%"\n', localConf),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender = "5.%"\n' },
      { language: 'bitbake', path: localConf, bad: 'PREFERRED_VERSION_mender-connect = "3.%"\n' },
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
    },
    message: 'Use `mender-auth` and `mender-update`: `{use}` is the package of 3.x.',
    why: 'The recipe `mender` makes no package `mender-client`; on wrynose and master nothing does, and BitBake stops with `Nothing RPROVIDES`. The recipe of the Go client provides mender-auth and mender-update too, so the new names work on kirkstone as well. mender-connect needs mender-auth, mender-configure needs mender-update.',
    sources: [
      `${goRecipe}:18-19`,
      `${cppRecipe}:17`,
      'meta-mender@wrynose:meta-mender-core/recipes-mender/mender-client',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-connect/mender-connect.inc:7',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-configure/mender-configure.inc:10',
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
    replacement: { kind: 'rewrite', to: 'mender', safety: 'review' },
    message: 'Use `mender`: `{use}` is the recipe of 3.x.',
    why: 'A build dependency names a recipe, and that of the C++ client is `mender`.',
    sources: ['meta-mender@911ea436'],
    examples: [bitbake('DEPENDS += "mender-client"\n', 'DEPENDS += "mender"\n', 'recipes-product/product_1.0.bb')],
  },
  {
    id: 'recipe-migrate-configuration',
    component: 'meta-mender',
    title: 'package `mender-client-migrate-configuration`',
    removedIn: '4.0',
    effect: 'fails',
    yocto: brokenSince('scarthgap', 'fails'),
    match: {
      kind: 'recipe',
      part: 'item',
      variables: packageLists,
      names: ['mender-client-migrate-configuration'],
      beside: ['mender-migrate-configuration'],
    },
    replacement: { kind: 'rewrite', to: 'mender-migrate-configuration', safety: 'review' },
    message: 'Use `mender-migrate-configuration`: `{use}` is gone since scarthgap.',
    why: 'The package and its state script were renamed together with the recipe.',
    sources: [
      'mender-docs@master:301.Troubleshoot/01.Yocto-project-build/docs.md:349-356',
      'meta-mender@911ea436',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-migrate-configuration/mender-migrate-configuration.bb',
    ],
    examples: [
      bitbake(
        'IMAGE_INSTALL_append = " mender-client-migrate-configuration"\n',
        'IMAGE_INSTALL_append = " mender-migrate-configuration"\n',
        localConf,
      ),
    ],
  },
  {
    id: 'recipe-client-file',
    component: 'meta-mender',
    title: 'files of the recipe `mender-client` that were renamed',
    removedIn: '4.0',
    effect: 'ignored',
    yocto: brokenSince('scarthgap', 'differs'),
    match: {
      kind: 'recipe',
      part: 'file',
      variables: ['SRC_URI'],
      // A layer with a recipe of its own has the files that go with it.
      notIn: /(?:^|\/)mender-client[^/]*\.(?:bb|inc)$/,
      names: [
        'mender-client-set-systemd-machine-id.sh',
        'mender-client-systemd-machine-id.service',
        'mender-client-resize-data-part.sh.in',
        'mender-client-data-dir.service',
      ],
    },
    replacement: { kind: 'none' },
    message: 'Leave `client-` out of its name: `{use}` is not read since scarthgap.',
    why: 'A layer that puts a file of this name in the place of that of the recipe has no effect any more: the recipe installs its own file under the new name. kirkstone keeps the old names, for 4.x and 5.x as well.',
    sources: [
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/files',
      'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/files',
    ],
    examples: [
      bitbake(
        'SRC_URI += "file://mender-client-set-systemd-machine-id.sh"\n',
        undefined,
        'recipes-mender/mender-client/mender_%.bbappend',
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: 'recipes-mender/mender-client/mender_%.bbappend',
        bad: 'SRC_URI += "file://tegra-mender-client-set-systemd-machine-id.sh file://mender-set-systemd-machine-id.sh"\n',
      },
    ],
  },
  {
    id: 'recipe-artifact-info',
    component: 'meta-mender',
    title: 'package `mender-artifact-info`',
    removedIn: '4.0',
    effect: 'ignored',
    yocto: ignoredBeforeWrynose,
    match: { kind: 'recipe', part: 'item', variables: packageLists, names: ['mender-artifact-info'] },
    replacement: { kind: 'remove', safety: 'review' },
    message: 'Remove it: `{use}` is useless since 3.5, and stops wrynose.',
    why: 'The package installs /etc/mender/artifact_info, which the client ignores since 3.5. Branches up to scarthgap still have the recipe; in wrynose and master nothing provides the package, so an image with it cannot be built: `Nothing RPROVIDES`.',
    sources: [
      'mender@43581578',
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-artifact-info/mender-artifact-info.bb',
      'meta-mender@wrynose:meta-mender-core/recipes-mender',
    ],
    examples: [
      bitbake('IMAGE_INSTALL:append = " bash mender-artifact-info"\n', 'IMAGE_INSTALL:append = " bash"\n', localConf),
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
    message: 'Use `SYSTEMD_SERVICE:mender-auth` and `SYSTEMD_SERVICE:mender-update`: `{use}` is gone since 4.0.',
    why: 'Each of the two new packages has its own service.',
    sources: [`${cppRecipe}:23-27`, `${goRecipe}:130-132`],
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
