/** An error inside Mender Lint: where to report it, and what a report needs. */

export const ISSUES = 'https://github.com/mender-lint/mender-lint/issues';

/** With its message. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
