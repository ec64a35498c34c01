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
  ['sv', 1],
]);

/** Those of them that run scripts of their own, and know no units of systemd. */
export const initPrograms = new Set(['rc-service', 'rc-update', 'initctl', 'sv']);

/** deb-systemd-invoke(1p), deb-systemd-helper(1p): what maintainer scripts call with systemctl's own words. */
export const systemctlLike = new Set(['systemctl', 'deb-systemd-invoke', 'deb-systemd-helper']);

/** org.freedesktop.systemd1(5): methods of the manager that take a unit, and what systemctl calls them. */
const managerMethod =
  /(?:^|\.)(Start|Stop|Restart|TryRestart|Reload|ReloadOrRestart|Kill|Freeze|Thaw|Clean|ResetFailed|Get|Load)Unit$/;

const busCallers = new Set(['busctl', 'dbus-send', 'gdbus']);

/** What a call of systemd's own interface does with a unit: `restart` of `busctl call ... RestartUnit`. */
export function busVerb(program: string, words: readonly string[]): { verb: string; method: string } | undefined {
  if (!busCallers.has(program) || !words.some(word => word.includes('org.freedesktop.systemd1'))) return undefined;
  const [method, name] = words.map(word => managerMethod.exec(word)).find(found => found !== null) ?? [];
  if (!method || !name) return undefined;
  const verb = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return { verb: verb === 'get' || verb === 'load' ? 'show' : verb, method: method.replace('.', '') };
}

export function isServiceProgram(name: string): boolean {
  return systemctlLike.has(name) || serviceCommands.has(name);
}
