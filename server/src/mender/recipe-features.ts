/** Features and classes that meta-mender renamed or dropped. */
import { bitbake } from './example.ts';
import type { Rule } from './rule.ts';
import { brokenSince } from './yocto-effects.ts';

const localConf = 'build/conf/local.conf';

/** All features of kirkstone and later except renamed ones, which have their own rules. */
const features = [
  ...['auth-install', 'update-install', 'orchestrator-install', 'bios', 'efi-boot', 'growfs-data', 'grub', 'image'],
  ...['image-bios', 'image-gpt', 'image-sd', 'image-ubi', 'image-uefi', 'image-uefi-capsule', 'partlabel', 'partuuid'],
  ...['persist-systemd-machine-id', 'prepopulate-inactive-partition', 'systemd', 'systemd-boot', 'testing-enabled'],
  ...['ubi', 'uboot'],
].map(name => `mender-${name}`);

export const recipeFeatureRules: readonly Rule[] = [
  {
    id: 'recipe-feature',
    component: 'meta-mender',
    title: 'feature `mender-client-install`',
    removedIn: '4.0',
    effect: 'fails',
    yocto: brokenSince('scarthgap', 'fails'),
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['MENDER_FEATURES_ENABLE'],
      names: ['mender-client-install'],
      beside: ['mender-auth-install', 'mender-update-install'],
    },
    replacement: {
      kind: 'rewrite',
      to: 'mender-auth-install mender-update-install',
      safety: 'safe',
    },
    message: 'Use `mender-auth-install mender-update-install`: `{use}` stops builds since scarthgap.',
    why: 'kirkstone takes `mender-client-install` for both new features. scarthgap and later do not know it, and an unknown feature is fatal: `mender-client-install from MENDER_FEATURES_ENABLE or MENDER_FEATURES is not a valid Mender feature.`',
    sources: [
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:17-21',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-maybe-setup.bbclass:29-45,108-111',
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
      {
        language: 'bitbake',
        path: localConf,
        yocto: ['kirkstone'],
        bad: 'MENDER_FEATURES_ENABLE:append = " mender-client-install"\n',
      },
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
      variables: ['MENDER_FEATURES_ENABLE'],
      names: ['mender-install'],
      beside: ['mender-auth-install', 'mender-update-install'],
    },
    replacement: {
      kind: 'rewrite',
      to: 'mender-auth-install mender-update-install',
      safety: 'review',
    },
    message: 'Use `mender-auth-install mender-update-install`: `{use}` stops builds.',
    why: 'The feature was removed in November 2023, and an unknown feature is fatal: `mender-install from MENDER_FEATURES_ENABLE or MENDER_FEATURES is not a valid Mender feature.` The documentation of 3.7 and later still names it.',
    sources: [
      'meta-mender@d86afc28',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:35-106',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-maybe-setup.bbclass:29-98,108-111',
      'mender-docs@master:05.Operating-System-updates-Yocto-Project/04.Image-customization/01.Features/docs.md:74',
    ],
    examples: [
      bitbake(
        'MENDER_FEATURES_ENABLE:append = " mender-install"\n',
        'MENDER_FEATURES_ENABLE:append = " mender-auth-install mender-update-install"\n',
        localConf,
      ),
    ],
  },
  {
    id: 'recipe-feature-disable',
    component: 'meta-mender',
    title: 'former feature in `MENDER_FEATURES_DISABLE`',
    removedIn: '4.0',
    effect: 'ignored',
    yocto: brokenSince('scarthgap', 'ignored'),
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['MENDER_FEATURES_DISABLE'],
      names: ['mender-client-install', 'mender-install'],
      beside: ['mender-auth-install', 'mender-update-install'],
    },
    replacement: { kind: 'rewrite', to: 'mender-auth-install mender-update-install', safety: 'review' },
    message: 'Use `mender-auth-install mender-update-install`: `{use}` disables nothing since scarthgap.',
    why: 'What MENDER_FEATURES_DISABLE names is taken out of MENDER_FEATURES_ENABLE. A name that is not in there is no error and changes nothing: the features that the `mender-full` classes enable from scarthgap on stay. On kirkstone these classes enable `mender-client-install`, which is disabled there under its own name.',
    sources: [
      'meta-mender@scarthgap:meta-mender-core/classes/mender-maybe-setup.bbclass:4-17',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-full.bbclass:7-8',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:17-23',
    ],
    examples: [
      bitbake(
        'MENDER_FEATURES_DISABLE:append = " mender-client-install"\n',
        'MENDER_FEATURES_DISABLE:append = " mender-auth-install mender-update-install"\n',
        localConf,
      ),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'MENDER_FEATURES_DISABLE:append = " mender-update-install"\n' },
      {
        language: 'bitbake',
        path: localConf,
        yocto: ['kirkstone'],
        bad: 'MENDER_FEATURES_DISABLE:append = " mender-client-install"\n',
      },
    ],
  },
  {
    id: 'recipe-distro-feature',
    component: 'meta-mender',
    title: 'features of Mender that are looked for in `DISTRO_FEATURES`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'recipe',
      part: 'condition',
      names: features,
      moved: { from: 'DISTRO_FEATURES', to: 'MENDER_FEATURES' },
      onlyMoved: true,
    },
    replacement: { kind: 'rewrite', to: 'MENDER_FEATURES', safety: 'review' },
    message: 'Ask `MENDER_FEATURES`: `{use}` is never in `DISTRO_FEATURES` since kirkstone.',
    why: 'Up to dunfell meta-mender put its features into DISTRO_FEATURES as well. Since kirkstone they are in MENDER_FEATURES alone, so the condition never holds, and what depends on it is silently left out. `mender_feature_is_enabled` asks for one of them on all branches; no client of 4.0 or later is built on dunfell.',
    sources: [
      'meta-mender@daf755df',
      'meta-mender@dunfell:meta-mender-core/classes/mender-maybe-setup.bbclass:24-28',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:28-29',
    ],
    examples: [
      bitbake(
        "IMAGE_FSTYPES += \"${@bb.utils.contains('DISTRO_FEATURES', 'mender-image-sd', 'sdimg', '', d)}\"\n",
        "IMAGE_FSTYPES += \"${@bb.utils.contains('MENDER_FEATURES', 'mender-image-sd', 'sdimg', '', d)}\"\n",
        'recipes-product/product-image.bb',
      ),
      bitbake(
        "A = \"${@bb.utils.contains_any('DISTRO_FEATURES', 'systemd mender-systemd', 'a', 'b', d)}\"\n",
        undefined,
        'recipes-product/product_1.0.bb',
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: 'recipes-product/product_1.0.bb',
        bad: "A = \"${@bb.utils.contains('MENDER_FEATURES', 'mender-uboot', 'a', 'b', d)}\"\nB = \"${@mender_feature_is_enabled('mender-uboot', 'a', 'b', d)}\"\n",
      },
      {
        language: 'bitbake',
        path: 'recipes-product/product_1.0.bb',
        bad: "A = \"${@bb.utils.contains('DISTRO_FEATURES', 'systemd', 'a', 'b', d)}\"\nB:mender-uboot = \"c\"\n",
      },
    ],
  },
  {
    id: 'recipe-feature-override',
    component: 'meta-mender',
    title: 'override or condition `mender-client-install`',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'recipe',
      part: 'condition',
      // Useless under any condition: other rules report them.
      except: [
        'MENDER_UPDATE_CONTROL_MAP_EXPIRATION_TIME_SECONDS',
        'MENDER_UPDATE_CONTROL_MAP_BOOT_EXPIRATION_TIME_SECONDS',
      ],
      names: ['mender-client-install', 'mender-install'],
      until: { 'mender-client-install': 'scarthgap' },
      moved: { from: 'DISTRO_FEATURES', to: 'MENDER_FEATURES' },
    },
    replacement: {
      kind: 'choose',
      to: ['mender-update-install', 'mender-auth-install'],
      safety: 'review',
    },
    message: 'Use `mender-update-install` or `mender-auth-install`: `{use}` never holds since scarthgap.',
    why: 'Each feature is an override, too. Where `mender-client-install` cannot be enabled any more, what depends on it is silently left out. kirkstone enables both new features with the old one; meta-mender itself went over to `mender-update-install`, and to `mender-auth-install` for keys and OpenSSL. Features of Mender are in MENDER_FEATURES, and since kirkstone never in DISTRO_FEATURES: `mender_feature_is_enabled` asks for one of them.',
    sources: [
      'meta-mender@9272fd5c',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-maybe-setup.bbclass:17-29',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-maybe-setup.bbclass:1-23,29-45',
    ],
    examples: [
      bitbake(
        'RDEPENDS:${PN}:append:mender-client-install = " product-inventory"\n',
        'RDEPENDS:${PN}:append:mender-update-install = " product-inventory"\n',
        'recipes-core/packagegroups/packagegroup-product.bb',
      ),
      bitbake(
        "LOGO = \"${@bb.utils.contains('DISTRO_FEATURES', 'mender-client-install', 'a', 'b', d)}\"\n",
        "LOGO = \"${@bb.utils.contains('MENDER_FEATURES', 'mender-update-install', 'a', 'b', d)}\"\n",
        'recipes-product/product_1.0.bb',
      ),
      bitbake(
        "LOGO = \"${@mender_feature_is_enabled('mender-client-install', 'a', 'b', d)}\"\n",
        "LOGO = \"${@mender_feature_is_enabled('mender-update-install', 'a', 'b', d)}\"\n",
        'recipes-product/product_1.0.bb',
      ),
    ],
    quiet: [
      {
        language: 'bitbake',
        path: 'recipes-product/product_1.0.bb',
        bad: 'SRC_URI:append:mender-client-install = " file://a"\nSRC_URI:append:mender-update-install = " file://a"\n',
      },
      {
        language: 'bitbake',
        path: 'recipes-product/product_1.0.bb',
        yocto: ['kirkstone'],
        bad: 'SRC_URI:append:mender-client-install = " file://a"\n',
      },
      {
        language: 'bitbake',
        path: 'recipes-product/product_1.0.bb',
        bad: 'do_install() {\n    install mender-install-manual ${D}${sbindir}/\n}\n',
      },
    ],
  },
  {
    id: 'recipe-class',
    component: 'meta-mender',
    title: 'class `mender-install`',
    removedIn: '4.0',
    effect: 'fails',
    yocto: brokenSince('scarthgap', 'fails'),
    match: {
      kind: 'recipe',
      part: 'item',
      variables: ['inherit', 'inherit_defer', 'INHERIT'],
      names: ['mender-install', 'mender-install-ubi'],
    },
    replacement: { kind: 'none' },
    message: 'Inherit `mender-full`, or set the features: `{use}` is gone since scarthgap.',
    why: 'The class only enabled a feature, and is not in meta-mender from scarthgap on. The `mender-full` classes and the features replace it.',
    sources: [
      'meta-mender@kirkstone:meta-mender-core/classes/mender-install.bbclass:1-3',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-install-ubi.bbclass:1-3',
      'meta-mender@scarthgap:meta-mender-core/classes',
    ],
    examples: [
      bitbake('INHERIT += "mender-install"\n', undefined, localConf),
      bitbake('inherit mender-install\n', undefined, 'recipes-core/images/product-image.bb'),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'INHERIT += "mender-full"\n' },
      { language: 'bitbake', path: localConf, yocto: ['kirkstone'], bad: 'INHERIT += "mender-install"\n' },
    ],
  },
];
