/** The names of the service, old and new, as a word of a command line spells them. */
import { newUnits, oldUnits } from '../catalogue/services.ts';
import { skeleton } from '../syntax/word.ts';
import type { ResolvedWord } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';

const oldUnit = new RegExp(`^(${oldUnits.join('|')})(?:\\.service)?$`);
const newUnit = new RegExp(`^(?:${newUnits.join('|')})(?:\\.service)?$`);

/** Where the old unit's name stands in a text that is nothing else, its `.service` not counted. */
export function findOldUnit(text: string): { offset: number; length: number } | undefined {
  const found = oldUnit.exec(text)?.[1];
  return found === undefined ? undefined : { offset: 0, length: found.length };
}

/** Also when only one of several definitions of a variable does. */
export function namesNewUnit(word: ResolvedWord): boolean {
  const texts = word.values.length > 0 ? word.values.map(({ text }) => text) : [skeleton(word)];
  return texts.some(text => text.split(/\s+/).some(part => newUnit.test(baseName(part))));
}
