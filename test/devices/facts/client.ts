/** The client of both generations: units, programs, processes, packages, bus names and files. From the facts, not from the catalogue. */

export interface ClientUnit {
  readonly name: string;
  /** In /usr/bin; also the name of its process. */
  readonly program: string;
  readonly args: string;
  readonly package: string;
  readonly busNames: readonly string[];
  readonly text: string;
}

export interface Client {
  readonly units: readonly ClientUnit[];
  readonly programs: readonly string[];
  readonly packages: readonly string[];
  readonly version: string;
}

const authentication = 'io.mender.AuthenticationManager';

function unit(
  name: string,
  description: string,
  program: string,
  args: string,
  more = '',
): Omit<ClientUnit, 'package' | 'busNames'> {
  const text = `[Unit]\nDescription=${description}\nConflicts=mender.service\n${more}
[Service]
Type=idle
Restart=always
ExecStart=/usr/bin/${program} ${args}

[Install]
WantedBy=multi-user.target
`;
  return { name, program, args, text };
}

/** The bus names are those of the 3.5 daemon; the second one is gone since 4.0. */
export const oldClient: Client = {
  units: [
    {
      ...unit('mender-client', 'Mender OTA update service', 'mender', '--no-syslog daemon'),
      package: 'mender-client',
      busNames: [authentication, 'io.mender.UpdateManager'],
    },
  ],
  programs: ['mender'],
  packages: ['mender-client'],
  version: '3.5.3',
};

export const newClient: Client = {
  units: [
    {
      ...unit('mender-authd', 'Mender authentication service', 'mender-auth', 'daemon'),
      package: 'mender-auth',
      busNames: [authentication],
    },
    {
      ...unit('mender-updated', 'Mender OTA update service', 'mender-update', 'daemon', 'Wants=mender-authd.service\n'),
      package: 'mender-update',
      busNames: [],
    },
  ],
  programs: ['mender-auth', 'mender-update', 'mender-setup', 'mender-snapshot'],
  packages: ['mender-auth', 'mender-client4', 'mender-flash', 'mender-setup', 'mender-snapshot', 'mender-update'],
  version: '5.1.0',
};

/** `mender-client4` means all of the new ones; nothing replaces the old one's name. */
export const clientPackages = { old: [...oldClient.packages], new: [...newClient.packages] };
