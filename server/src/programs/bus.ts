/** Tools of D-Bus, and calls of systemd's own interface on it. */
import type { Program } from './program.ts';

export const bus: readonly Program[] = [
  { names: ['busctl'], bus: 'calls', lists: true },
  { names: ['dbus-send', 'gdbus'], bus: 'calls' },
  { names: ['dbus-monitor', 'qdbus', 'dbus-launch', 'mdbus2'], bus: 'tool' },
];

/** org.freedesktop.systemd1(5): methods of the manager that take a unit, and the verbs that systemctl has for them. */
const managerMethod =
  /(?:^|\.)(Start|Stop|Restart|TryRestart|Reload|ReloadOrRestart|Kill|Freeze|Thaw|Clean|ResetFailed|Get|Load)Unit$/;

/** What a call does with a unit: `restart` for `busctl call ... RestartUnit`. */
export function busVerb({ bus }: Program, words: readonly string[]): { verb: string; method: string } | undefined {
  if (bus !== 'calls' || !words.some(word => word.includes('org.freedesktop.systemd1'))) return undefined;
  const [method, name] = words.map(word => managerMethod.exec(word)).find(found => found !== null) ?? [];
  if (!method || !name) return undefined;
  const verb = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  return { verb: verb === 'get' || verb === 'load' ? 'show' : verb, method: method.replace('.', '') };
}
