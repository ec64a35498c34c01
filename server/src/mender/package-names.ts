/** Names of Debian packages of the client, of the script that installs them, and of their source. */

/** Any of them is the client of 4.0 or later. */
export const newClientPackages: readonly string[] = ['mender-client4', 'mender-auth', 'mender-update'];

/**
 * The script that sets up the repository and installs packages: its file name, its address, and the name it uses for
 * itself.
 */
export const installScript = {
  files: /^(?:get|install)-mender\.sh$/,
  address: 'get.mender.io',
  name: 'install-mender.sh',
} as const;

/** The host of the repositories. */
export const packageHost = 'downloads.mender.io';
