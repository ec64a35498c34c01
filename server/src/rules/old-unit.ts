/** The names of the service, old and new, as a word of a command line spells them. */
import { newUnits, oldUnits } from '../catalogue/services.ts';
import { skeleton } from '../syntax/word.ts';
import type { ResolvedWord } from '../usage/usage.ts';

const oldUnit = new RegExp(`^(?:\\S*/systemd/(?:system|user)/)?(${oldUnits.join('|')})(?:\\.service)?$`);
const newUnit = new RegExp(`(?:^|[^\\w-])(?:${newUnits.join('|')})(?:\\.service)?(?![\\w-])`);

/** Where the old unit's name stands in a text that is nothing else but its path, its `.service` not counted. */
export function findOldUnit(text: string): { offset: number; length: number } | undefined {
  const found = oldUnit.exec(text)?.[1];
  return found === undefined ? undefined : { offset: text.lastIndexOf('/') + 1, length: found.length };
}

/** Init scripts have the name of their service, not of a program. */
export function isInitScript(path: string): boolean {
  return /\/(?:init|rc)\.d\/[^/]+$/.test(path);
}

/** Also when only one of several definitions of a variable does. */
export function namesNewUnit(word: ResolvedWord): boolean {
  const texts = [...word.values.map(({ text }) => text), ...word.open, skeleton(word)];
  return texts.some(text => newUnit.test(text));
}
