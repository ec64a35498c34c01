/** Names of Mender's other tools and their files, as far as they say how a file must be read. */
import { keyword } from './keywords.ts';

/** The layer for Yocto, and its repository. */
export const yoctoLayer = 'meta-mender';

/** Converts images of other distributions into images for Mender. */
export const convertTool = 'mender-convert';

/** Writes and reads Artifacts. */
const artifactTool = 'mender-artifact';

/** The call that creates an Artifact for the type of payload that follows. */
export const payloadTypeCall = `${artifactTool} write module-image -T`;

/** Runs a command on the device repeatedly: `create log NAME PATTERN "@journalctl ..."`. */
export const monitorProgram = 'mender-monitorctl';

/** Functions of mender-convert that run their arguments: mender-convert@5.2.1:modules/run.sh */
export const convertRunners: readonly string[] = ['run_and_log_cmd', 'run_and_log_cmd_noexit'];

/** Functions that take a folder first, in which they run the others: mender-convert@5.2.1:modules/chroot.sh */
export const convertRunnersInside: readonly string[] = [
  'run_in_chroot_and_log_cmd',
  'run_in_chroot_and_log_cmd_noexit',
  'run_in_chroot_and_log_cmd_with_output_noexit',
];

/** mender-convert, modules/deb.sh up to 4.3: functions that fetch a package, whose files are then put into an image. */
export const convertFetchers: readonly string[] = ['deb_from_repo_dist_get', 'deb_from_repo_pool_get'];

/** The beginning of Mender's D-Bus names. */
export const busPrefix = 'io.mender.';

/** A D-Bus name of Mender's. */
export const busName = /^io\.mender\.\w+$/;

/** The base name of any program of Mender's. */
export const ownProgramName = new RegExp(`^${keyword}(?:-[a-z]+)*$`);

/** The same while it is being typed, after any path. */
export const ownProgramStart = new RegExp(`(?:^|/)${keyword}[\\w-]*$`);

/** Words that follow one of them in documentation, but not in a sentence. */
export const ownVerbs: { readonly all: RegExp; readonly named: RegExp } = {
  all: new RegExp(
    `^(?:${[
      ...['check', 'commit', 'install', 'rollback', 'resume', 'setup', 'snapshot', 'dump', 'daemon', 'bootstrap'],
      ...['help', 'version', 'read', 'write', 'validate', 'modify', 'login', 'artifacts?', 'devices?'],
    ].join('|')})$`,
  ),
  /** Those that a name may follow. */
  named: /^install$/,
};
