/** Programs that act on a service by its name. */

/** Programs that take the service's name at a fixed place among their operands. */
export const serviceCommands: ReadonlyMap<string, number> = new Map([
  ['service', 0],
  ['invoke-rc.d', 0],
  ['rc-service', 0],
  ['update-rc.d', 0],
  ['chkconfig', 0],
  ['rc-update', 1],
  ['initctl', 1],
]);

/** Those of them that run scripts of their own, and know no units of systemd. */
export const initPrograms = new Set(['rc-service', 'rc-update', 'initctl']);

/** deb-systemd-invoke(1p), deb-systemd-helper(1p): what maintainer scripts call with systemctl's own words. */
export const systemctlLike = new Set(['systemctl', 'deb-systemd-invoke', 'deb-systemd-helper']);

export function isServiceProgram(name: string): boolean {
  return systemctlLike.has(name) || serviceCommands.has(name);
}
