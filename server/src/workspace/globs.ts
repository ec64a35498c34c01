/** Globs of users: as in a `.gitignore`, and with braces as in VS Code. */
import { rulesOf } from './path-rules.ts';

/**
 * For paths relative to the folder of the globs; paths of folders end with a slash. Everything below a match matches,
 * too.
 */
export function matching(globs: readonly string[]): (relative: string) => boolean {
  if (globs.length === 0) return () => false;
  const rules = rulesOf(globs.flatMap(glob => withoutBraces(glob.replace(/^(!?)\.\//, '$1/'))));
  return relative => rules.ignores(relative);
}

/** If one glob expands to more, that is a mistake, and the braces are ordinary characters. */
const MOST = 256;

/** `*.{sh,bash}` as two globs, the innermost braces first. */
function withoutBraces(glob: string): readonly string[] {
  let globs = [glob];
  for (;;) {
    const next = globs.flatMap(each => {
      const found = /\{([^{}]*,[^{}]*)\}/.exec(each);
      if (!found) return [each];
      const [before, after] = [each.slice(0, found.index), each.slice(found.index + found[0].length)];
      return found[1]!.split(',').map(choice => `${before}${choice}${after}`);
    });
    if (next.length > MOST) return [glob];
    if (next.length === globs.length) return next;
    globs = next;
  }
}
