/** Where the program keeps what it can do without. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * One of its folders, in which the user alone writes: not below the one for temporary files. Relative ones are to be ignored
 * (XDG Base Directory Specification, "Environment variables"): they would lie in the workspace. Undefined where the user has none.
 */
export function cacheFolder(name: string): string | undefined {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env;
  const caches = [XDG_CACHE_HOME, LOCALAPPDATA, join(home(), '.cache')].find(isAbsolute);
  return caches && join(caches, 'mender-lint', name);
}

function home(): string {
  try {
    return homedir();
  } catch {
    // A user whom the system does not know has none.
    return '';
  }
}
