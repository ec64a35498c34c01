/**
 * Milliseconds since this process started. `performance`, which has them, too, loads many modules of Node that no run
 * needs.
 */
export function uptime(): number {
  return process.uptime() * 1000;
}
