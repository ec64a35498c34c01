/** An error inside Mender Lint: where to report it, and the contents of a report. */

export const ISSUES = 'https://github.com/mender-lint/mender-lint/issues';

/** The place, the rule, and the stack with its message. */
export function reportOf(where: string, error: unknown, rule?: string): string {
  return `${where}: ${rule === undefined ? '' : `rule ${rule}: `}${stackOf(error)}`;
}

/** With its message. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
