/** Switches, providers and variables of recipes that meta-mender renamed or dropped. */
import { bitbake } from './example.ts';
import type { Rule } from './rule.ts';
import { cppRecipe, goRecipe } from './source.ts';

const localConf = 'build/conf/local.conf';

export const recipeSettingRules: readonly Rule[] = [
  {
    id: 'recipe-packageconfig-dbus',
    component: 'meta-mender',
    title: 'PACKAGECONFIG `dbus` of the client',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'recipe', part: 'item', variables: ['PACKAGECONFIG'], names: ['dbus'], ofClient: true },
    replacement: { kind: 'remove', safety: 'review' },
    message: 'Remove it: `{use}` is no PACKAGECONFIG of the recipe mender.',
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
    replacement: { kind: 'choose', to: ['mender'], safety: 'review' },
    message: 'Set all three providers to the recipe `mender`: `{use}` selects 3.x.',
    why: '`PREFERRED_PROVIDER_mender-native`, `PREFERRED_RPROVIDER_mender-auth` and `PREFERRED_RPROVIDER_mender-update` decide on kirkstone which client is built. From scarthgap on they name the recipe mender by default.',
    sources: [
      'meta-mender@6d69e8b0',
      'mender-docs@master:301.Troubleshoot/01.Yocto-project-build/docs.md:47-61',
      'meta-mender@kirkstone:meta-mender-core/classes/mender-setup.bbclass:242-244',
      'meta-mender@scarthgap:meta-mender-core/classes/mender-setup.bbclass:242-244',
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
    message: 'Remove it: `{use}` has no effect since 4.0.',
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
    id: 'recipe-refused-variable',
    component: 'meta-mender',
    title: 'variables that meta-mender refuses',
    removedIn: '2.5.1',
    effect: 'fails',
    match: {
      kind: 'recipe',
      part: 'name',
      names: [
        'MENDER_PARTITION_ALIGNMENT_MB',
        'MENDER_PARTITION_ALIGNMENT_KB',
        'MENDER_STORAGE_RESERVED_RAW_SPACE',
        'MENDER_DATA_PART_DIR',
        'MENDER_GRUB_STORAGE_DEVICE',
        'IMAGE_BOOTLOADER_FILE',
        'IMAGE_BOOTLOADER_BOOTSECTOR_OFFSET',
        'SDIMG_DATA_PART_DIR',
        'SDIMG_DATA_PART_SIZE_MB',
        'SDIMG_BOOT_PART_SIZE_MB',
        'SDIMG_PARTITION_ALIGNMENT_MB',
      ],
      set: true,
    },
    replacement: { kind: 'none' },
    message: 'Set what the build asks for in its place: `{use}` stops it.',
    why: 'All branches of meta-mender since dunfell end the build where the variable is set, and name the replacement: `MENDER_PARTITION_ALIGNMENT`, in bytes, for the two alignments; `MENDER_RESERVED_SPACE_BOOTLOADER_DATA`; `MENDER_IMAGE_BOOTLOADER_FILE` and `MENDER_IMAGE_BOOTLOADER_BOOTSECTOR_OFFSET`; names with `MENDER_` for those with `SDIMG_`. Files for the data partition come from recipes, and the storage of GRUB is found when the device starts.',
    sources: [
      'meta-mender@dunfell:meta-mender-core/classes/mender-setup.bbclass:230-241',
      'meta-mender@wrynose:meta-mender-core/classes/mender-setup.bbclass:262-273',
      'meta-mender@wrynose:meta-mender-core/classes/mender-setup-grub.inc:33',
      'meta-mender@wrynose:meta-mender-core/classes/mender-part-images.bbclass:14-20',
    ],
    examples: [
      bitbake('MENDER_PARTITION_ALIGNMENT_KB = "4096"\n', undefined, localConf),
      bitbake('MENDER_PARTITION_ALIGNMENT_MB_rpi = "4"\n', undefined, localConf),
      bitbake('INHERIT += "mender-full"\nSDIMG_DATA_PART_SIZE_MB ?= "128"\n', undefined, localConf),
    ],
    quiet: [
      { language: 'bitbake', path: localConf, bad: 'MENDER_PARTITION_ALIGNMENT = "8388608"\n' },
      { language: 'bitbake', path: localConf, bad: 'MENDER_PARTITION_ALIGNMENT_KB = ""\n' },
      { language: 'bitbake', path: localConf, bad: '# MENDER_PARTITION_ALIGNMENT_KB = "4096"\n' },
    ],
  },
];
