/** Tools of D-Bus. */
import type { Program } from './program.ts';

export const bus: readonly Program[] = [
  { names: ['busctl'], bus: 'calls', lists: true },
  { names: ['dbus-send', 'gdbus'], bus: 'calls' },
  { names: ['dbus-monitor', 'qdbus', 'dbus-launch', 'mdbus2'], bus: 'tool' },
];
