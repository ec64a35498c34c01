/**
 * Names of temporary files that are being written: they are not files of the user and are never checked, even if a
 * killed run has left one.
 */

/**
 * Begins with a dot, and its ending is not one of files that are read because of their folder (`*.d`). `writer`: the
 * number of the process. `random`: 24 unpredictable hexadecimal digits.
 */
export function temporaryName(writer: number, random: string): string {
  return `.mender-lint-${writer}-${random}.tmp`;
}

export function isTemporaryName(name: string): boolean {
  return pattern.test(name);
}

/** The number of the process that writes, or has written, a file with such a name. */
export function writerOf(name: string): number | undefined {
  const [, writer] = pattern.exec(name) ?? [];
  return writer === undefined ? undefined : Number(writer);
}

const pattern = /^\.mender-lint-(\d{1,10})-[0-9a-f]{24}\.tmp$/;
