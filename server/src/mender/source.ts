/** Sources that many rules share, and their host. */

/** On GitHub. */
export const organisation = 'mendersoftware';

/** The page of Mender about what 4.0 changed for scripts. */
export const upgradePage =
  'mender-docs@master:03.Client-installation/02.Install-with-Debian-package/01.Upgrading/docs.md';

/** The keys that 3.x read from mender.conf, according to its manual. */
export const optionsPage = 'mender-docs@3.7.x:03.Client-installation/07.Configuration/50.Configuration-options/docs.md';

/** The commands of the `mender` binary. */
export const oldCli = 'mender@3.5.3:cli/cli.go:130-439';

/** Message and status of a shell for a missing program. */
export const shellStatus = 'bash(1), "EXIT STATUS", and dash(1)';

/** "systemd service `mender-client` does not exist anymore": an alias was tried and removed before 4.0.0. */
export const noAlias = 'mender@1471774b';

/** Log lines of the C++ client, on standard error, in another format than those of 3.x. */
export const logFormat = 'mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:93-128';

/** The C++ client's warning about a configuration that it cannot read. */
export const fileWarning = 'mender@5.1.0:src/client_shared/conf/conf.cpp:301-321';

/** Recipes of the two clients in meta-mender. */
export const goRecipe = 'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/mender-client-go.inc';
export const cppRecipe = 'meta-mender@master:meta-mender-core/recipes-mender/mender-client/mender-client-cpp.inc';

/** Messages of systemd 252 about a missing unit; other releases word some of them differently. */
export const systemdSays = 'systemctl(1), with the texts of systemd 252';
