/**
 * Words of Mender's that tell its files from all others before anything is parsed, and parts of their paths. The
 * extension in the editor reads them, too: little is imported here.
 */

/** What everything of Mender's has in its name. */
export const keyword = 'mender';

/** As scripts write it. `ps | grep '[m]ender '` does not find itself. */
export const programSpellings: readonly string[] = [keyword, '[m]ender'];

/** With what variables are called. */
export const keywordSpellings: readonly string[] = [...programSpellings, 'MENDER'];

/** In any case. */
export const anyCaseKeyword = new RegExp(keyword, 'i');

/** Keys of the inventory that the client of 3.x filled in itself: a script that prints them need not name Mender. */
export const ownInventoryKeys: readonly string[] = ['device_type', 'artifact_name'];

/** A call that every update module answers, whatever else is in it. */
export const installCall = 'ArtifactInstall';

/** What update modules and scripts for the inventory say of Mender, which is not its name. */
export const keywordsInScripts: readonly string[] = [installCall, ...ownInventoryKeys.map(key => `${key}=`)];

/** What a unit of the client says of it, which its path has named. */
export const keywordsInUnits: readonly string[] = ['NO_PROXY', 'no_proxy'];

/** The folder of update modules, in whatever root file system. */
export const modulesFolder = 'modules/v3';

/** When a state script runs, after the name of its state: mender@4.0.7:src/artifact/v3/scripts/executor.cpp:94-99. */
export const stateMoments: readonly string[] = ['Enter', 'Leave', 'Error'];

/**
 * Globs, below any folder, of files that are called after Mender or lie in a folder that is, of state scripts and of
 * update modules. Recommenders are no Menders.
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

/** Variables of the environment that the client reads: proxies, as curl(1) reads them too, and its folders. */
export const environmentNames = /(?:http|https|no)_proxy|MENDER_\w+_DIR/i;

/**
 * Calls that the client makes of update modules, as far as they tell a module from other scripts; the others are words
 * that any script may have. mender@5.1.0:Documentation/update-modules-v3-file-api.md
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
