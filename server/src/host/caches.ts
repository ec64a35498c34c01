/** Where a program keeps what it can do without. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * A folder in which the user alone writes, as the one for temporary files is not. Relative ones are to be ignored (XDG Base Directory
 * Specification, "Environment variables"): they would lie in the workspace. Undefined where there is none.
 */
export function cachesOfUser(): string | undefined {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env;
  return [XDG_CACHE_HOME, LOCALAPPDATA, join(home(), '.cache')].find(isAbsolute);
}

function home(): string {
  try {
    return homedir();
  } catch {
    // A user whom the system does not know has none.
    return '';
  }
}
