/** Globs of users, as a `.gitignore` has them: without a slash they match at any depth, and what they match, they match with all below it. */
import picomatch from 'picomatch';

/** For paths relative to the folder of the globs. What is below a match is not asked about. */
export function matching(globs: readonly string[]): (relative: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs.flatMap(glob => {
    const plain = glob.replace(/^\.?\/|\/(?:\*\*)?$/g, '');
    return [plain.includes('/') || plain.startsWith('**') ? plain : `**/${plain}`];
  });
  const matches = picomatch(patterns, { dot: true });
  return relative => matches(relative.replace(/\/$/, ''));
}

/** The same for a path whose folders have not been asked about. */
export function matchingBelow(globs: readonly string[]): (relative: string) => boolean {
  const matches = matching(globs);
  return relative => {
    for (let end = relative.indexOf('/'); end >= 0; end = relative.indexOf('/', end + 1))
      if (matches(relative.slice(0, end))) return true;
    return matches(relative);
  };
}
