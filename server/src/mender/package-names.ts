/** Names of Debian packages of the client, of the script that installs them, and of where both come from. */

/** Any of them is the client of 4.0 or later. */
export const newClientPackages: readonly string[] = ['mender-client4', 'mender-auth', 'mender-update'];

/** The script that sets up the repository and installs packages: as a file, by its address, and as it calls itself. */
export const installScript = {
  files: /^(?:get|install)-mender\.sh$/,
  address: 'get.mender.io',
  name: 'install-mender.sh',
} as const;

/** The host of the repositories. */
export const packageHost = 'downloads.mender.io';
