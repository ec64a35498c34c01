/** Text in columns of a terminal: cut off at its ends, or on several lines. */
import { eastAsianWidth } from 'get-east-asian-width';

const plain = /^[ -~]*$/;
/** They combine with the character before them. */
const marks = /\p{Mn}|\p{Me}/u;

/** For a text without invisible characters. */
export function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const character of text) if (!marks.test(character)) columns += eastAsianWidth(character.codePointAt(0)!);
  return columns;
}

/** As much of the beginning as fits, with an ellipsis if text is missing. */
export function beginningOf(text: string, columns: number): string {
  return cut([...text.slice(0, 4 * columns + 1)], text, columns, (taken, mark) => taken.join('') + mark);
}

/** The same for the end. */
export function endOf(text: string, columns: number): string {
  const last = [...text.slice(-4 * columns - 1)].reverse();
  return cut(last, text, columns, (taken, mark) => mark + taken.reverse().join(''));
}

function cut(
  characters: readonly string[],
  text: string,
  columns: number,
  join: (taken: string[], mark: string) => string,
): string {
  const isShort = characters.join('').length === text.length;
  if (isShort && columnsOf(text) <= columns) return text;
  const taken: string[] = [];
  let used = 1;
  for (const character of characters) {
    used += columnsOf(character);
    if (used > columns) break;
    taken.push(character);
  }
  return columns < 1 ? '' : join(taken, '…');
}

/** Lines of whole words, within the width; a longer word stays whole. */
export function linesOf(text: string, columns: number | undefined): readonly string[] {
  if (columns === undefined) return [text];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(`${last} ${word}`) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
