/**
 * What files are called that are being written: one of them is no file of the user's, and is never checked, even when a
 * run that was killed has left it.
 */

/**
 * Begins with a dot and ends as nothing does that is read for lying in a folder (`*.d`). `random`: 24
 * unpredictable hexadecimal digits.
 */
export function temporaryName(random: string): string {
  return `.mender-lint-${random}.tmp`;
}

export function isTemporaryName(name: string): boolean {
  return /^\.mender-lint-[0-9a-f]{24}\.tmp$/.test(name);
}
