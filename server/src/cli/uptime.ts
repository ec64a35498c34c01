/** Milliseconds since this process began. `performance`, which knows them, too, is many modules of Node's that no run needs. */
export function uptime(): number {
  return process.uptime() * 1000;
}
