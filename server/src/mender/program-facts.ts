/** Short descriptions of the new programs, their commands and their options. Their grammars are in programs.ts. */

export interface ProgramFacts {
  /** A sentence. */
  readonly purpose: string;
  /** By the name of the command; empty for a program without commands. */
  readonly commands: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, OptionFacts>>;
  /** `repository@revision:path:lines`, of github.com/mendersoftware. */
  readonly source: string;
}

export interface OptionFacts {
  readonly purpose: string;
  readonly unset?: string;
  /** A word for its value. */
  readonly value?: string;
  /** Likely values; others are possible, too. */
  readonly examples?: readonly string[];
}

/** mender@5.1.0:src/client_shared/conf/conf_cli_help.cpp:44-100 */
const clientOptions: ProgramFacts['options'] = {
  config: { purpose: 'Configuration to read.', value: 'FILE', unset: '/etc/mender/mender.conf' },
  'fallback-config': {
    purpose: 'Configuration that counts where the other one says nothing.',
    value: 'FILE',
    unset: '/var/lib/mender/mender.conf',
  },
  data: { purpose: 'Former name of `--datastore`.', value: 'FOLDER', unset: '/var/lib/mender' },
  datastore: { purpose: 'Folder of what the client keeps.', value: 'FOLDER', unset: '/var/lib/mender' },
  'log-file': { purpose: 'File to log to.', value: 'FILE' },
  'log-level': { purpose: 'Lowest level of what is logged.', value: 'LEVEL', unset: 'info' },
  'trusted-certs': { purpose: 'Certificates that the server is trusted by.', value: 'FILE' },
  skipverify: { purpose: 'Leaves the certificate of the server unchecked: for trials alone.' },
  version: { purpose: 'Prints the version and ends.' },
  help: { purpose: 'Prints how it is called and ends.' },
};

const authOptions: ProgramFacts['options'] = {
  forcebootstrap: { purpose: 'Creates a new key for the device: the server must accept it again.' },
};

/** mender@5.1.0:src/mender-update/cli/cli.cpp:50-64 */
const states = [
  'ArtifactInstall_Enter',
  'ArtifactCommit_Enter',
  'ArtifactCommit_Leave',
  'ArtifactRollback_Enter',
  'ArtifactFailure_Enter',
  'Cleanup',
];

const updateOptions: ProgramFacts['options'] = {
  'reboot-exit-code': {
    purpose: 'Ends with exit status 4 when the device must be rebooted for the installed Artifact.',
  },
  'stop-before': {
    purpose: 'Stops before this state; `mender-update resume` goes on later.',
    value: 'STATE',
    examples: states,
  },
};

/** mender-setup@1.0.3:cli/cli.go:84-208 and cli/setup.go:107-109 */
const setupOptions: ProgramFacts['options'] = {
  config: { purpose: 'Configuration to write.', value: 'FILE', unset: '/etc/mender/mender.conf' },
  data: { purpose: 'Folder of what the client keeps.', value: 'FOLDER', unset: '/var/lib/mender' },
  'device-type': { purpose: 'Type of the device.', value: 'TYPE' },
  username: { purpose: 'User of hosted Mender, by their e-mail address.', value: 'ADDRESS' },
  password: { purpose: 'Password of that user.', value: 'PASSWORD' },
  'server-url': { purpose: 'Address of the server.', value: 'URL', unset: 'https://docker.mender.io' },
  'server-ip': { purpose: 'IP address of the server.', value: 'ADDRESS' },
  'server-cert': { purpose: 'Certificates that the server is trusted by.', value: 'FILE' },
  'tenant-token': { purpose: 'Token of the tenant at hosted Mender.', value: 'TOKEN' },
  'inventory-poll': { purpose: 'Seconds between two reports of the inventory.', value: 'SECONDS', unset: '28800' },
  'retry-poll': { purpose: 'Seconds between two attempts to reach the server.', value: 'SECONDS', unset: '300' },
  'update-poll': { purpose: 'Seconds between two questions for an update.', value: 'SECONDS', unset: '1800' },
  'hosted-mender': { purpose: 'Sets the device up for hosted Mender.' },
  demo: { purpose: 'Deprecated: `--demo-server` and `--demo-polling` are its two halves.' },
  'demo-server': { purpose: 'Sets the device up for a demo server.' },
  'demo-polling': { purpose: 'Sets short intervals, for demos.' },
  quiet: { purpose: 'Asks nothing and says little.' },
  'log-level': { purpose: 'Lowest level of what is logged.', value: 'LEVEL', unset: 'warning' },
  version: { purpose: 'Prints the version and ends.' },
  help: { purpose: 'Prints how it is called and ends.' },
};

/** mender-snapshot@1.0.0:cli/cli.go:70-125 */
const snapshotOptions: ProgramFacts['options'] = {
  data: { purpose: 'Folder of what the client keeps.', value: 'FOLDER', unset: '/var/lib/mender' },
  source: { purpose: 'File, folder or device whose file system is copied.', value: 'PATH', unset: '/' },
  quiet: { purpose: 'Logs errors alone.' },
  compression: { purpose: 'How the copy is compressed.', value: 'KIND', unset: 'none', examples: ['none', 'gzip'] },
  'log-level': { purpose: 'Lowest level of what is logged.', value: 'LEVEL', unset: 'info' },
  version: { purpose: 'Prints the version and ends.' },
  help: { purpose: 'Prints how it is called and ends.' },
};

export const programFacts: Readonly<Record<string, ProgramFacts>> = {
  'mender-auth': {
    purpose: 'Authenticates the device with the server, and hands the token to others over D-Bus.',
    commands: {
      bootstrap: 'Makes the key of the device where there is none, and ends.',
      daemon: 'Runs as the service mender-authd does.',
    },
    options: { ...clientOptions, ...authOptions },
    source: 'mender@5.1.0:src/mender-auth/cli/cli.cpp:42-79',
  },
  'mender-update': {
    purpose: 'Installs Artifacts, and reports to the server.',
    commands: {
      'check-update': 'Has the running daemon ask the server for an update at once.',
      commit: 'Makes the update that is installed permanent; exit status 2 when there is none in progress.',
      daemon: 'Runs as the service mender-updated does.',
      install: 'Installs an Artifact from a file or an address.',
      resume: 'Goes on with an installation that was interrupted or stopped.',
      rollback: 'Takes the update back that is in progress; exit status 2 when there is none.',
      'send-inventory': 'Has the running daemon report the inventory at once.',
      'show-artifact': 'Prints the name of the Artifact that is installed.',
      'show-provides': 'Prints what the installed Artifacts provide.',
    },
    options: { ...clientOptions, ...updateOptions },
    source: 'mender@5.1.0:src/mender-update/cli/cli.cpp:38-158',
  },
  'mender-setup': {
    purpose: 'Writes mender.conf and the type of the device; asks for what its options do not say.',
    commands: {},
    options: setupOptions,
    source: 'mender-setup@1.0.3:cli/cli.go:63-208',
  },
  'mender-snapshot': {
    purpose: 'Copies the root file system while the device runs.',
    commands: { dump: 'Writes the copy to standard output.', help: 'Prints how it is called.' },
    options: snapshotOptions,
    source: 'mender-snapshot@1.0.0:cli/cli.go:70-125',
  },
};
