/**
 * Paths as the system takes them. On Linux a name consists of bytes, and bytes that are not UTF-8 read as U+FFFD: such
 * a path is looked up component by component, so that one odd name does not keep a file from being checked.
 */
import { lstatSync, readdirSync } from 'node:fs';

const LOST = '\ufffd';

/** The path itself where nothing is found, or more than one match: opening it then fails, which is reported. */
export function systemPath(path: string): string | Buffer {
  if (!path.includes(LOST) || isThere(path)) return path;
  let found = Buffer.from('/');
  for (const part of path.split('/').filter(each => each !== '')) {
    const name = part.includes(LOST) ? nameIn(found, part) : Buffer.from(part);
    if (!name) return path;
    found = Buffer.concat([found, name, Buffer.from('/')]);
  }
  return found.subarray(0, -1);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The only name in a folder that reads like this. */
function nameIn(folder: Buffer, read: string): Buffer | undefined {
  try {
    const alike = readdirSync(folder, { encoding: 'buffer' }).filter(name => name.toString('utf8') === read);
    return alike.length === 1 ? alike[0] : undefined;
  } catch {
    return undefined;
  }
}
