/** Sources that many rows share. */

/** The page on which Mender tells what 4.0 changed for scripts. */
export const upgradePage =
  'mender-docs@master:03.Client-installation/02.Install-with-Debian-package/01.Upgrading/docs.md';

/** What 3.x read from mender.conf, as its manual told it. */
export const optionsPage = 'mender-docs@3.7.x:03.Client-installation/07.Configuration/50.Configuration-options/docs.md';

/** The commands of the `mender` binary. */
export const oldCli = 'mender@3.5.3:cli/cli.go:130-439';

/** What a shell says and returns for a program that is not there. */
export const shellStatus = 'bash(1), "EXIT STATUS", and dash(1)';

/** "systemd service `mender-client` does not exist anymore": an alias was tried and taken back before 4.0.0. */
export const noAlias = 'mender@1471774b';

/** Log lines of the C++ client, on standard error: another format than that of 3.x. */
export const logFormat = 'mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:93-128';

/** Recipes of the two clients in meta-mender. */
export const goRecipe = 'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/mender-client-go.inc';
export const cppRecipe = 'meta-mender@master:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc';

/** What systemd 252 says of a unit that is not there; other releases word some of it differently. */
export const systemdSays = 'systemctl(1), with the texts of systemd 252';
