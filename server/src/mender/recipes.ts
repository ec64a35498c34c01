/** Names of the client's recipe, which meta-mender renamed for Yocto builds. */
import { bitbake } from './example.ts';
import { newestTarget } from './release-names.ts';
import type { Rule } from './rule.ts';
import { ignoredBeforeWrynose } from './yocto-effects.ts';

/**
 * Layers of meta-mender itself, which define the names and change with them from branch to branch. A folder with such a
 * name inside another layer contains what that layer does if meta-mender is there.
 */
export const ownLayers =
  /(?:^|\/)(?:meta-mender[^/]*\/|(?<!(?:^|\/)(?:meta-[^/]+|dynamic-layers)\/(?:[^/]+\/)*))meta-mender-(?:core|commercial|demo|qemu|raspberrypi|raspberrypi-demo|ci)\//;

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
    move: { pattern: /^(.*\/)?mender-client_[^/]*\.bbappend$/, to: ['$1mender_%.bbappend'] },
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
      bitbake(
        'PREFERRED_VERSION_mender-client = "3.5.%"\n',
        `PREFERRED_VERSION_mender = "${newestTarget}.%"\n`,
        localConf,
      ),
      bitbake(
        'PREFERRED_VERSION:pn-mender-client = "2.%"\n',
        `PREFERRED_VERSION_mender = "${newestTarget}.%"\n`,
        localConf,
      ),
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
];
