/**
 * Keywords that distinguish a file of Mender's from all others before anything is parsed: words in its text, and parts
 * of its path.
 */

/** `ps | grep '[m]ender '` does not find itself. */
const names: readonly string[] = ['mender', 'MENDER', '[m]ender'];
/** What an update module and a script for the inventory say of Mender, which is not its name. */
const namesInModule = [...names, 'ArtifactInstall', 'device_type=', 'artifact_name='];
/** What the unit of the client says of it, which its path has named. */
const namesInUnit = [...names, 'NO_PROXY', 'no_proxy'];

/** Without one of these a file that is to be looked at has no finding. */
export function keywordsFor(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || name.endsWith('.sh')) return namesInModule;
  return name.endsWith('.conf') || name.endsWith('.service') ? namesInUnit : names;
}

/**
 * Whether a file is a drop-in of something that is called after one of the words: it need not say anything of it
 * itself.
 */
export function isDropInOf(path: string, words: readonly string[]): boolean {
  const end = path.lastIndexOf('/');
  if (!path.endsWith('.d', end)) return false;
  const folder = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  return words.some(word => folder.includes(word));
}

/**
 * Globs, below any folder, of files that are called after Mender or lie in a folder that is, of state scripts and of
 * update modules. They decide whether a workspace has to do with Mender; which files in it are checked is another
 * matter. Recommenders are no Menders.
 */
export const namesOfMender: readonly string[] = [
  ...['mender*', '*[!m]mender*'].flatMap(name => [name, `${name}/**`]),
  ...['Enter', 'Leave', 'Error'].map(moment => `*_${moment}_[0-9][0-9]*`),
  'modules/v3/*',
];

const pathOfMender = /(?<!m)mender|\/modules\/v3\/|_(?:Enter|Leave|Error)_\d\d[^/]*$/i;

/**
 * Whether there can be a finding in a file, by what Mender itself is called; rules of a project may look for other
 * words.
 */
export function mayConcernMender(path: string, text: string): boolean {
  if (pathOfMender.test(path)) return true;
  const words = keywordsFor(path.slice(path.lastIndexOf('/') + 1));
  // Nearly all texts have none of them.
  return (
    words.some(word => text.includes(word)) &&
    new RegExp(`(?<!com)(?:${words.map(word => word.replaceAll('[', '\\[')).join('|')})`).test(text)
  );
}
