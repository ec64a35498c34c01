/**
 * Words, and parts of paths, that distinguish files about Mender from all others before anything is parsed. The
 * extension in the editor reads them, too: little is imported here.
 */

/** The word in every name of Mender's. */
export const keyword = 'mender';

/** Its spellings in scripts. `ps | grep '[m]ender '` does not find itself. */
export const programSpellings: readonly string[] = [keyword, '[m]ender'];

/** With the spelling in names of variables. */
export const keywordSpellings: readonly string[] = [...programSpellings, 'MENDER'];

/** Ignoring case. */
export const anyCaseKeyword = new RegExp(keyword, 'i');

/** Keys of the inventory that the client of 3.x filled in itself: a script that prints them need not name Mender. */
export const ownInventoryKeys: readonly string[] = ['device_type', 'artifact_name'];

/** A call that every update module answers, whatever else is in it. */
export const installCall = 'ArtifactInstall';

/** Words about Mender, other than its name, in update modules and inventory scripts. */
export const keywordsInScripts: readonly string[] = [installCall, ...ownInventoryKeys.map(key => `${key}=`)];

/** Words about Mender in a unit whose path names the client. */
export const keywordsInUnits: readonly string[] = ['NO_PROXY', 'no_proxy'];

/** The folder of update modules, in any root file system. */
export const modulesFolder = 'modules/v3';

/** When a state script runs, after the name of its state: mender@4.0.7:src/artifact/v3/scripts/executor.cpp:94-99. */
export const stateMoments: readonly string[] = ['Enter', 'Leave', 'Error'];

/**
 * Globs, below any folder, of files that are named after Mender or are in a folder that is, of state scripts and of
 * update modules. "Recommender" is not Mender.
 */
export const pathGlobs: readonly string[] = [
  ...[`${keyword}*`, `*[!m]${keyword}*`].flatMap(name => [name, `${name}/**`]),
  ...stateMoments.map(moment => `*_${moment}_[0-9][0-9]*`),
  `${modulesFolder}/*`,
];

/** Part of the path of the same files. */
export const pathOfMender = new RegExp(
  `(?<!m)${keyword}|/${modulesFolder}/|_(?:${stateMoments.join('|')})_\\d\\d[^/]*$`,
  'i',
);

/** Variables of the environment that the client reads: proxies, which curl(1) reads, too, and its folders. */
export const environmentNames = /(?:http|https|no)_proxy|MENDER_\w+_DIR/i;

/**
 * Calls of update modules by the client, as far as they distinguish a module from other scripts; any script may have
 * the other words. mender@5.1.0:Documentation/update-modules-v3-file-api.md
 */
export const tellingCalls: readonly string[] = [
  installCall,
  'ArtifactCommit',
  'ArtifactRollback',
  'ArtifactVerifyReboot',
  'ArtifactReboot',
  'ArtifactFailure',
  'SupportsRollback',
  'NeedsArtifactReboot',
];
