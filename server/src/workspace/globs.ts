/** Globs of users, with the meaning that they have in a `.gitignore`. */
import ignore from 'ignore';

/** For paths relative to the folder of the globs; those of folders end with a slash. What is below a match matches too. */
export function matching(globs: readonly string[]): (relative: string) => boolean {
  if (globs.length === 0) return () => false;
  const rules = ignore({ ignorecase: false }).add(globs.map(glob => glob.replace(/^(!?)\.\//, '$1/')));
  return relative => rules.ignores(relative);
}
