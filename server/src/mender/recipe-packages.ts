/** Packages of meta-mender that were renamed or are gone, with their files and services. */
import { bitbake, shell } from './example.ts';
import type { Rule } from './rule.ts';
import { cppRecipe, goRecipe } from './source.ts';
import { brokenSince, ignoredBeforeWrynose } from './yocto-effects.ts';

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

export const recipePackageRules: readonly Rule[] = [
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
      { language: 'bitbake', path: localConf, bad: '# IMAGE_INSTALL:append = " mender-client"\n' },
    ],
  },
  {
    id: 'recipe-package-kept',
    component: 'meta-mender',
    title: 'package `mender-client` taken out of an image',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'recipe',
      part: 'item',
      variables: packageLists,
      names: ['mender-client'],
      beside: ['mender-auth', 'mender-update'],
      taken: true,
    },
    replacement: { kind: 'rewrite', to: 'mender-auth mender-update', safety: 'review' },
    message: 'Take out `mender-auth` and `mender-update`: `{use}` is in no list since kirkstone.',
    why: 'The features of meta-mender put mender-auth and mender-update into an image. Where only mender-client is removed, nothing is removed, and an image that should have no client has one.',
    sources: [
      'meta-mender@kirkstone:meta-mender-core/classes/mender-setup.bbclass:246-247',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-setup.bbclass:246-247',
      'meta-mender@wrynose:meta-mender-core/classes/mender-setup.bbclass:250-251',
    ],
    examples: [
      bitbake(
        'IMAGE_INSTALL:remove = "mender-client"\n',
        'IMAGE_INSTALL:remove = "mender-auth mender-update"\n',
        'recipes-product/images/installer.bb',
      ),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'IMAGE_INSTALL:remove = "mender-connect"\n' },
      {
        language: 'bitbake',
        path: localConf,
        bad: 'IMAGE_INSTALL:remove = "mender-client mender-auth mender-update"\n',
      },
      {
        language: 'bitbake',
        path: localConf,
        bad: 'IMAGE_INSTALL:remove = "mender-client"\nIMAGE_INSTALL:append = " mender-auth mender-update"\n',
      },
    ],
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
      // A layer with its own recipe has the files for it.
      notIn: /(?:^|\/)mender-client[^/]*\.(?:bb|inc)$/,
      names: [
        'mender-client-set-systemd-machine-id.sh',
        'mender-client-systemd-machine-id.service',
        'mender-client-resize-data-part.sh.in',
        'mender-client-data-dir.service',
      ],
      foundIn: ['WORKDIR', 'UNPACKDIR'],
    },
    replacement: { kind: 'none' },
    message: 'Leave `client-` out of its name: `{use}` is not read since scarthgap.',
    why: 'A layer that replaces the file of the recipe by this name has no effect any more: the recipe installs its own file under the new name. kirkstone keeps the old names, for 4.x and 5.x as well.',
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
      bitbake(
        'do_install:prepend() {\n    cp ${WORKDIR}/board.sh ${WORKDIR}/mender-client-set-systemd-machine-id.sh\n}\n',
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
    id: 'recipe-helper-file',
    component: 'meta-mender',
    title: 'replacements of renamed scripts of the recipe `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    yocto: brokenSince('scarthgap', 'ignored'),
    match: {
      kind: 'file-name',
      pattern:
        /(?:^|\/)recipes-[^/]+\/(?:[^/]+\/)*(mender-client-(?:set-systemd-machine-id\.sh|resize-data-part\.sh\.in))$/,
    },
    replacement: { kind: 'none' },
    message: 'Leave `client-` out of its name: `{use}` is not read since scarthgap.',
    why: 'An append puts its folder before that of the recipe, and a file there replaces the one with the same name. The recipe installs its own under the new name. kirkstone keeps the old names, for 4.x and 5.x as well.',
    sources: [
      'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/files',
      'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/files',
    ],
    examples: [
      shell('#!/bin/bash\n', undefined, 'recipes-mender/mender-client/files/mender-client-resize-data-part.sh.in'),
    ],
    quiet: [
      {
        language: 'shell',
        path: 'recipes-mender/mender-client/files/mender-resize-data-part.sh.in',
        bad: '#!/bin/sh\n',
      },
      { language: 'shell', path: 'board/files/mender-client-resize-data-part.sh.in', bad: '#!/bin/sh\n' },
      {
        language: 'shell',
        path: 'recipes-mender/mender-client/files/mender-client-resize-data-part.sh.in',
        yocto: ['kirkstone'],
        bad: '#!/bin/sh\n',
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
