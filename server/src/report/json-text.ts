/**
 * JSON that harms neither a terminal nor a log: invisible characters, and commands to a runner, are written as escapes.
 */

const unseen = /[\u007f-\u009f\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** `##vso[` and the like, which count anywhere in a line. */
const command = /##(?=\w*\[)/g;

/** Outside of strings JSON has no such text, so the value stays the same. */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  return text.replace(unseen, character => escaped(character)).replace(command, '#\\u0023');
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
