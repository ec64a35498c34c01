/** Names and first lines by which a file is recognised. Data only: what they mean is decided in classify.ts. */
import { unitExtensions } from './unit/unit-path.ts';

/** What a file is for, as far as its name says; advice differs between them. */
export type Role =
  | 'state-script'
  | 'update-module'
  | 'inventory-script'
  | 'identity-script'
  | 'init-script'
  | 'script'
  | 'client-configuration'
  | 'connect-configuration'
  | 'unit'
  | 'drop-in'
  | 'recipe'
  | 'convert-configuration';

const states = [
  'Idle',
  'Sync',
  'Download',
  ...['Install', 'Reboot', 'Commit', 'Rollback', 'RollbackReboot', 'Failure'].map(state => `Artifact${state}`),
];
const moments = ['Enter', 'Leave', 'Error'];

/** mender@4.0.7:src/artifact/v3/scripts/executor.cpp:94-99: state, action, two digits, and an optional `_` suffix. */
export const stateScriptName = new RegExp(`^(?:${states.join('|')})_(?:${moments.join('|')})_\\d\\d(?:_\\S+)?$`);

/** The same for an editor, which knows globs alone. */
export const stateScriptGlob = `{${states}}_{${moments}}_[0-9][0-9]*`;

export { unitExtensions };

/** Suffixes of templates; the name before them decides. */
export const templateSuffixes: ReadonlySet<string> = new Set(
  'in template tmpl tpl j2 jinja jinja2 mustache example sample'.split(' '),
);
export const templateSuffix = new RegExp(`\\.(?:${[...templateSuffixes].join('|')})$`);

export const shellExtensions = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];
export const shellExtension = new RegExp(`\\.(?:${shellExtensions.join('|')})$`);

/** Language ids that editors use for the three languages. */
export const languageIds: ReadonlyMap<string, 'shell' | 'unit'> = new Map([
  ['shellscript', 'shell'],
  ['shell', 'shell'],
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['dash', 'shell'],
  ['systemd', 'unit'],
  ['systemd-unit', 'unit'],
  ['systemd-conf', 'unit'],
]);

/** Interpreters of POSIX shell syntax, or of one so like it that commands are found where they are; by base name. */
export const shellInterpreters = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'zsh',
  'ksh',
  'mksh',
  'busybox',
  'openrc-run',
  'runscript',
  'init-d-script',
]);

/** Interpreters of other languages. One that is in neither list may be a name that is still being typed. */
export const otherInterpreter =
  /^(?:python|perl|ruby|node|deno|bun|lua|php|tclsh|wish|expect|[gmn]?awk|make|sed|fish|[tc]?csh|Rscript|groovy|guile|pwsh)/;

interface NamedPath {
  readonly pattern: RegExp;
  /** Paths of each shape that the pattern takes: for the pages, and for the tests of the editor. */
  readonly names: readonly string[];
  /** What the text must have. */
  readonly text?: RegExp;
  /** One that has it. */
  readonly beginning?: string;
  readonly role: Role;
  readonly why: string;
}

/** Paths that are shell scripts even without extension or shebang, matched against the whole path. */
export const shellPaths: readonly NamedPath[] = [
  {
    pattern: /(?:^|\/)modules\/v3\/[^/.]+$/,
    role: 'update-module',
    names: ['modules/v3/agent'],
    why: 'update module by its folder modules/v3',
  },
  {
    pattern: /(?:^|\/)mender-inventory-[^/.]+$/,
    role: 'inventory-script',
    names: ['mender-inventory-agent'],
    why: 'inventory script by its name',
  },
  {
    pattern: /(?:^|\/)mender-device-identity$/,
    role: 'identity-script',
    names: ['mender-device-identity'],
    why: 'identity script by its name',
  },
  {
    pattern: /(?:^|\/)(?:init\.d|rc\.d)\/[^/.]+$/,
    role: 'init-script',
    names: ['init.d/agent', 'rc.d/agent'],
    why: 'init script by its folder',
  },
  { pattern: /(?:^|\/)S\d\d[a-z][\w-]*$/, role: 'init-script', names: ['S99agent'], why: 'init script by its name' },
  {
    pattern: /(?:^|\/)(?:(?:[^/]+\.)?(?:postinst|postrm|preinst|prerm))$/,
    role: 'script',
    names: ['postinst', 'agent.prerm'],
    why: 'package maintainer script by its name',
  },
  {
    // Not mender-convert's own defaults, which go with its release.
    pattern: /(?:^|\/)configs\/(?:[^/]+\/)*(?!mender_convert_config$)[\w.-]+_config$/,
    role: 'convert-configuration',
    names: ['configs/board_config', 'configs/boards/raspberrypi_config'],
    why: 'configuration of mender-convert by its name',
  },
  {
    // Where else it is, only what it sets distinguishes it from those of other programs.
    pattern: /(?:^|\/)(?!mender_convert_config$)(?:[\w.-]+[_.-])?config$/,
    text: /^(?:export[ \t]+)?MENDER_(?:CLIENT|ARTIFACT|CONNECT|STORAGE|APT|CONVERT)_?\w*=/m,
    role: 'convert-configuration',
    names: ['board_config', 'board.config'],
    beginning: 'MENDER_CLIENT_VERSION="3.5.0"\n',
    why: 'configuration of mender-convert by its variables',
  },
  {
    pattern: /(?:^|\/)(?:\.profile|\.bashrc|\.bash_(?:aliases|profile|login)|\.zshrc|\.zprofile|\.zshenv)$/,
    role: 'script',
    names: ['.profile', '.bashrc', '.bash_aliases', '.zshenv'],
    why: 'shell profile by its name',
  },
  {
    pattern: /(?:^|\/)etc\/(?:rc\.local|profile|bash\.bashrc)$/,
    role: 'script',
    names: ['etc/rc.local', 'etc/profile', 'etc/bash.bashrc'],
    why: 'shell script by its path',
  },
];

/**
 * A configuration of the Mender client: `mender.conf`, `mender.conf.demo`, `fleet.mender.conf`,
 * `mender-default-test.conf`.
 */
export const clientConfigurationName = /^(?:.*[._-])?mender(?:[._-][^/]*)?\.conf(?:[._-][^/]+)?$/i;

/**
 * The configuration of mender-connect, which is installed with the client: `mender-connect.conf`,
 * `mender-connect.conf.in`.
 */
export const connectConfigurationName = /^(?:.*[._-])?mender-connect(?:[._-][^/]*)?\.conf(?:[._-][^/]+)?$/i;

/** Configurations of Mender's other programs, which have keys of their own. */
export const otherConfigurationName =
  /mender[._-](?:connect|monitor|configure|gateway|orchestrator|artifact|convert|cli|shell|flash|binary-delta|update\.d)/i;

/** Names that say enough for a file to be checked even where nothing in it does. */
export const markerFileName = /^(?:mender-client_.*\.bbappend|Reboot_(?:Enter|Leave|Error)_\d\d(?:_\S+)?)$/;

/**
 * What a rule of sudo begins with and nothing else: who, where, as whom, a tag and a path. sudoers(5), "User
 * Specification". Only comments may come before it.
 */
export const sudoersStart =
  /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%?[\w.+-]+[ \t]+[\w.-]+[ \t]*=[ \t]*\([\w:, ]*\)[ \t]*(?:[A-Z_]+:[ \t]*)+!?\//;

/** systemd.syntax(7): the first section of a unit or a drop-in. Only comments may come before it. */
export const unitStart = /^\uFEFF?(?:[#;][^\n]*\n|\s)*\[(?:Unit|Service|Install|Timer|Path|Socket|Mount)\]/;

/** dbus-daemon(1), "CONFIGURATION FILE": only comments, a declaration and a document type may come before it. */
export const busConfigurationStart =
  /^\uFEFF?(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE\s+busconfig\b[^>]*>)*<busconfig\b/;

/** Names with an extension that other files of no interest have too. */
export const busInterfaceFileName = /^io\.mender\..*\.xml$/;
