/**
 * Names of temporary files that are being written: they are not files of the user's and are never checked, even if a
 * killed run has left one.
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
