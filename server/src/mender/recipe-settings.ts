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
];
