/** Puts what was made beside its place there, at once and whole: another process may make the same, and be faster. */
import { existsSync, renameSync, rmSync } from 'node:fs';

export function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true });
  }
}
