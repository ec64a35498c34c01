/** Removes temporary files from a folder, left by a run that was killed while it replaced a file. */
import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writerOf } from '../languages/temporary-name.ts';

/**
 * Milliseconds in which a process of another machine or container, whose number means nothing here, has written its
 * file.
 */
const SOON = 2_000;
/** Milliseconds after which nobody is writing it any more, even if another process has the number by now. */
const LONG = 3_600_000;

/**
 * If one of them is being written after all, nothing is lost: its process cannot rename it, and reports that it has not
 * replaced the file.
 */
export function removeStrays(folder: string): void {
  for (const name of namesIn(folder)) {
    const writer = writerOf(name);
    if (writer === undefined) continue;
    try {
      const path = join(folder, name);
      const found = lstatSync(path);
      const age = Date.now() - found.mtimeMs;
      if (found.isFile() && (age > LONG || (age > SOON && !isRunning(writer)))) unlinkSync(path);
    } catch {
      // Another process has removed it, or it may and we may not. Nobody checks it.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** kill(2): signal 0 is not sent. */
function isRunning(process: number): boolean {
  try {
    globalThis.process.kill(process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
