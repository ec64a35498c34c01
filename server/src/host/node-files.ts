/** The file system of the machine, through node:fs. */
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { FileContent, WritableFileSystem } from '../workspace/file-system.ts';
import { bytesOf } from './bytes.ts';
import { listFolder } from './listings.ts';
import { replaceFileAmongOthers } from './replace-file.ts';
import { removeStrays } from './stray-files.ts';
import { systemPath } from './system-path.ts';

export const nodeFiles: WritableFileSystem = {
  list: listFolder,

  kindOf(path) {
    try {
      const found = statSync(systemPath(path), { throwIfNoEntry: false });
      return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
    } catch {
      // In a folder without permission, a link that leads to itself, a name that is too long: nothing that we can read.
      return undefined;
    }
  },

  realPath(path) {
    try {
      return realpathSync.native(systemPath(path)).replaceAll(sep, '/');
    } catch {
      return undefined;
    }
  },

  linkTarget(path) {
    try {
      return readlinkSync(systemPath(path)).replaceAll(sep, '/');
    } catch {
      return undefined;
    }
  },

  read(path, how) {
    const bytes = bytesOf(path, how);
    return typeof bytes === 'string' ? bytes : decode(bytes);
  },

  ownerOf(path) {
    try {
      // Windows: everything belongs to 0.
      return process.geteuid && statSync(systemPath(path)).uid;
    } catch {
      return undefined;
    }
  },

  user: process.geteuid?.(),

  async write(path, before, after) {
    if (typeof systemPath(path) !== 'string') return 'name';
    return replaceFileAmongOthers(path, before && bytesOfText(before), bytesOfText(after));
  },

  bytesOfPath(path) {
    const found = systemPath(path);
    return typeof found === 'string' ? undefined : found;
  },

  removeStrays,
};

function bytesOfText({ text, encoding }: FileContent): Buffer {
  return Buffer.from(text, encoding);
}

/** Bytes that are not UTF-8 are kept one by one, so that writing restores them. */
export function decode(bytes: Buffer): FileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}
