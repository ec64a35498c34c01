/**
 * Replaces a file completely or not at all, in its folder and nowhere else: the new text is written to a file next to
 * it with an unpredictable name, which nobody else has created and no link redirects, and which replaces it when all of
 * it is on the disk. A file whose properties cannot be kept is not replaced.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { temporaryName } from '../languages/temporary-name.ts';
import type { Refusal, Written } from '../workspace/file-system.ts';
import { PinnedFolder } from './pinned-folder.ts';

/** Windows has neither links that one meets by chance nor files that make us wait. */
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

const PERMISSIONS = 0o7777;
const OWNER_WRITES = 0o200;

/** It yields a file whose text must be on the disk before it continues. */
type Replacing = Generator<number, Written, void>;

/**
 * `path` contains no link. `before`: the content of the file as far as the caller knows; undefined when there must be
 * none. Throws the system's error when it fails; then, too, the file is unchanged and nothing is left next to it.
 */
export function replaceFile(path: string, before: Buffer | undefined, after: Buffer): Written {
  const replacing = replace(path, before, after);
  let step = replacing.next();
  while (!step.done) {
    try {
      fsyncSync(step.value);
    } catch (error) {
      step = replacing.throw(error);
      continue;
    }
    step = replacing.next();
  }
  return step.value;
}

/** The same, for several at a time: a disk writes the texts of many files in little more time than that of one. */
export async function replaceFileAmongOthers(
  path: string,
  before: Buffer | undefined,
  after: Buffer,
): Promise<Written> {
  const replacing = replace(path, before, after);
  let step = replacing.next();
  while (!step.done) {
    try {
      await fsynced(step.value);
    } catch (error) {
      step = replacing.throw(error);
      continue;
    }
    step = replacing.next();
  }
  return step.value;
}

function fsynced(file: number): Promise<void> {
  return new Promise((resolve, reject) => fsync(file, error => (error ? reject(error) : resolve())));
}

function* replace(path: string, before: Buffer | undefined, after: Buffer): Replacing {
  const folder = PinnedFolder.open(dirname(path));
  if (!folder) return 'changed';
  try {
    return yield* replaceIn(folder, basename(path), before, after);
  } finally {
    folder.close();
  }
}

function* replaceIn(folder: PinnedFolder, name: string, before: Buffer | undefined, after: Buffer): Replacing {
  const path = folder.pathOf(name);
  const original = before && look(path, before, after);
  if (typeof original === 'string') return original;
  const temporary = folder.pathOf(temporaryName(process.pid, randomBytes(12).toString('hex')));
  let isThere = false;
  try {
    const file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, original ? 0o600 : 0o666);
    isThere = true;
    try {
      writeFileSync(file, after);
      const refusal = original && liken(file, original);
      if (refusal) return refusal;
      yield file;
    } finally {
      closeSync(file);
    }
    // As late as possible: only a few microseconds remain before the next call.
    const now = before ? look(path, before, after) : lookForNone(path);
    if (typeof now === 'string') return now;
    // The file may have been replaced in that moment, by a process that does the same.
    if (original && now && !isSame(original, now))
      return look(path, before, after) === 'written' ? 'written' : 'changed';
    renameSync(temporary, path);
    isThere = false;
    return 'written';
  } finally {
    if (isThere) removeQuietly(temporary);
  }
}

/**
 * The file at a path, when it can be replaced; or why it cannot, or need not, since another process has done the same.
 */
function look(path: string, before: Buffer, after: Buffer): Stats | Written {
  const file = openedOrChanged(path);
  if (file === 'changed') return file;
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return 'changed';
    const refusal = whyNotKept(found);
    if (refusal) return refusal;
    const content = readFileSync(file);
    if (content.equals(after)) return 'written';
    if (!content.equals(before)) return 'changed';
    // A rename tests only the folder's permissions.
    accessSync(path, constants.W_OK);
    return found;
  } finally {
    closeSync(file);
  }
}

function openedOrChanged(path: string): number | 'changed' {
  try {
    return openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    // ELOOP: it has become a link.
    if (['ENOENT', 'ELOOP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) return 'changed';
    throw error;
  }
}

function lookForNone(path: string): 'changed' | undefined {
  return lstatSync(path, { throwIfNoEntry: false }) ? 'changed' : undefined;
}

/**
 * Another name of a file would keep the old text. Access control lists can be neither seen nor copied without a process
 * or native code, but where there is one, the permissions of the group are those of its mask (acl(5), "Correspondence
 * between ACL entries and file permission bits"), and a new file would give them to the group itself. They are kept
 * only when nobody gains by that: when others have them, too, when every new file of this user has the same, or when
 * they are usual where users have groups of their own, whose number is then the same (useradd(8), `--user-group`).
 */
function whyNotKept({ nlink, mode, uid, gid }: Stats): Refusal | undefined {
  if (nlink > 1) return 'hard-links';
  if (!(mode & OWNER_WRITES)) return 'read-only';
  const group = (mode >> 3) & 0o7;
  const isGivenToOthers = (group & ~mode & 0o7) === 0;
  const umasks = [process.umask(), ...(uid === gid ? usualUmasks : [])];
  const isAsNew = umasks.some(umask => [0o666, 0o777].some(all => (mode & 0o777) === (all & ~umask)));
  return isGivenToOthers || isAsNew ? undefined : 'group-permissions';
}

/** Umasks with which a group may do more than others. */
const usualUmasks = [0o002, 0o007, 0o027];

/** Owner first: changing it clears special bits. */
function liken(file: number, { uid, gid, mode }: Stats): Refusal | undefined {
  const created = fstatSync(file);
  try {
    if (created.uid !== uid || created.gid !== gid) fchownSync(file, uid, gid);
  } catch {
    return 'owner';
  }
  fchmodSync(file, mode & PERMISSIONS);
  return (fstatSync(file).mode & PERMISSIONS) === (mode & PERMISSIONS) ? undefined : 'owner';
}

function isSame(a: Stats, b: Stats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The earlier error must be reported; it contains the name.
  }
}
