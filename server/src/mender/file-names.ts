/** Names and paths that identify files of Mender: scripts that the client runs, configurations, recipes. */
import { keyword, modulesFolder, stateMoments } from './keywords.ts';

interface FileKind<Role extends string> {
  readonly role: Role;
  /** Of the whole path. */
  readonly pattern: RegExp;
  /** Paths of each shape that the pattern matches: for the pages, and for the tests of the editor. */
  readonly names: readonly string[];
  /** What the text must contain. */
  readonly text?: RegExp;
  /** An example that contains it. */
  readonly beginning?: string;
  /** For people: how it was recognised. */
  readonly why: string;
}

const states = [
  'Idle',
  'Sync',
  'Download',
  ...['Install', 'Reboot', 'Commit', 'Rollback', 'RollbackReboot', 'Failure'].map(state => `Artifact${state}`),
];

/** mender@4.0.7:src/artifact/v3/scripts/executor.cpp:94-99: state, action, two digits, and an optional `_` suffix. */
export const stateScripts = {
  pattern: new RegExp(`^(?:${states.join('|')})_(?:${stateMoments.join('|')})_\\d\\d(?:_\\S+)?$`),
  /** The same for an editor, which supports only globs. */
  glob: `{${states}}_{${stateMoments}}_[0-9][0-9]*`,
  names: ['ArtifactInstall_Enter_00', 'Idle_Enter_01_agent'],
};

/** Other scripts that the client runs. */
export const clientScripts: readonly FileKind<'update-module' | 'inventory-script' | 'identity-script'>[] = [
  {
    pattern: new RegExp(`(?:^|/)${modulesFolder}/[^/.]+$`),
    role: 'update-module',
    names: [`${modulesFolder}/agent`],
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
];

export const convertConfigurations: readonly FileKind<'convert-configuration'>[] = [
  {
    // Not mender-convert's own defaults, which change with its release.
    pattern: /(?:^|\/)configs\/(?:[^/]+\/)*(?!mender_convert_config$)[\w.-]+_config$/,
    role: 'convert-configuration',
    names: ['configs/board_config', 'configs/boards/raspberrypi_config'],
    why: 'configuration of mender-convert by its name',
  },
  {
    // Elsewhere, only the variables it sets distinguish it from those of other programs.
    pattern: /(?:^|\/)(?!mender_convert_config$)(?:[\w.-]+[_.-])?config$/,
    text: /^(?:export[ \t]+)?MENDER_(?:CLIENT|ARTIFACT|CONNECT|STORAGE|APT|CONVERT)_?\w*=/m,
    role: 'convert-configuration',
    names: ['board_config', 'board.config'],
    beginning: 'MENDER_CLIENT_VERSION="3.5.0"\n',
    why: 'configuration of mender-convert by its variables',
  },
];

/** Entries in the root of mender-convert, and the folders that it creates there. */
export const convertFolder = {
  scripts: ['mender-convert', 'mender-convert-extract'],
  made: ['work', 'deploy'],
  reason: 'made by mender-convert',
} as const;

/** For the base name, ignoring case. */
export const clientConfiguration = {
  /** `mender.conf`, `mender.conf.demo`, `fleet.mender.conf`, `mender-default-test.conf`. */
  pattern: /^(?:.*[._-])?mender(?:[._-][^/]*)?\.conf(?:[._-][^/]+)?$/i,
  /** Configurations of Mender's other programs, which have other keys. */
  others:
    /mender[._-](?:connect|monitor|configure|gateway|orchestrator|artifact|convert|cli|shell|flash|binary-delta|update\.d)/i,
  names: ['mender.conf', 'mender.conf.demo', 'fleet.mender.conf', 'mender_local.conf'],
  why: 'Mender client configuration by its name',
  /** Its name on devices. */
  installed: 'mender.conf',
} as const;

/**
 * The configuration of mender-connect, which is installed with the client: `mender-connect.conf`,
 * `mender-connect.conf.in`.
 */
export const connectConfiguration = {
  pattern: /^(?:.*[._-])?mender-connect(?:[._-][^/]*)?\.conf(?:[._-][^/]+)?$/i,
  names: ['mender-connect.conf', 'mender-connect.conf.in'],
  why: 'configuration of mender-connect by its name',
  installed: 'mender-connect.conf',
} as const;

/** The paths of both on devices. */
export const installedConfiguration = /(?:^|\/)(?:etc|var\/lib|data)\/mender\/mender(?:-connect)?\.conf$/;

/** A path for one in a root file system. */
export const configurationPath = `etc/mender/${clientConfiguration.installed}`;

/** Globs for an editor, which assigns languages by them. */
export const configurationGlobs = ['*.mender.conf', 'mender.conf.*', 'mender-*.conf'] as const;
export const scriptGlobs = [stateScripts.glob, 'mender-inventory-*', 'mender-device-identity'] as const;

/** The beginning, or a part, of all names that say more about a file than its extension. */
export const namedFile = new RegExp(`${keyword}|^Reboot_`, 'i');

/** Names that suffice for a file to be checked even if its text does not mention Mender. */
export const markerFileName = new RegExp(
  `^(?:mender-client_.*\\.bbappend|Reboot_(?:${stateMoments.join('|')})_\\d\\d(?:_\\S+)?)$`,
);

/** Names with an extension that irrelevant files have, too. */
export const busInterfaceFileName = /^io\.mender\..*\.xml$/;

/** Descriptions of a D-Bus service, which are named after the service. */
export const busFiles = {
  pattern: /(?:^|\/)io\.mender\.[^/]+\.(?:conf|xml)$/,
  names: ['io.mender.Agent.conf', 'io.mender.Agent.xml'],
} as const;

/** The extension of an Artifact, and its format according to its first file. */
export const artifactFile = { extension: 'mender', format: 'mender', what: 'an artifact of Mender' } as const;

/** A log of the client that is not a deployment log: those are JSON, and keep their fields. */
export const clientLogFile = new RegExp(`(?:^|/)(?!deployments)[^/]*${keyword}[^/]*\\.log$`);

/** A rule of sudo, for a sample. */
export const sudoRule = 'agent ALL=(root) NOPASSWD: /usr/bin/mender commit\n';

/** The name of a Yocto configuration in the samples of Mender's layers. */
export const layerSample = 'local.conf-mender-sample';

/**
 * Variables that local.conf, or a part of it, sets: with a blank before the operator they are no assignments of a
 * shell.
 */
export const buildConfigurationStart =
  /^(?:MACHINE|DISTRO|INHERIT|PACKAGE_CLASSES|EXTRA_IMAGE_FEATURES|DL_DIR|SSTATE_DIR|TMPDIR|BBLAYERS|CONF_VERSION|IMAGE_FSTYPES|(?:IMAGE_INSTALL|DISTRO_FEATURES)[:_]append|PREFERRED_(?:VERSION|PROVIDER)_\S+|MENDER_[A-Z_]+)[ \t]+(?:\?{0,2}|:|\+|\.)=[ \t]*["']/m;
