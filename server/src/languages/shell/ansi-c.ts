/** Strings such as `$'a\\tb'`, after "ANSI-C Quoting" of bash(1): what each escape means, and where it is written. */
import type { Range } from '../../text/fragment.ts';
import { literal, type Piece } from '../../text/word.ts';

const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** Octal and hexadecimal numbers, control characters, and the letters above. */
const sequence =
  /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([\s\S])|([abeEfnrtv\\'"?]))/y;

/** The pieces of a `$'...'`; `range` includes its quotes. */
export function ansiCPieces(text: string, range: Range): Piece[] {
  const pieces: Piece[] = [];
  const end = range.end - 1;
  let from = range.start + 2;
  if (from === end) return [literal(from, '', 'ansi')];
  const flush = (to: number) => {
    if (to > from) pieces.push(literal(from, text.slice(from, to), 'ansi'));
  };
  for (let at = text.indexOf('\\', from); at >= 0 && at < end; at = text.indexOf('\\', from)) {
    sequence.lastIndex = at;
    const found = sequence.exec(text);
    // A backslash before any other character stays.
    const next = found ? sequence.lastIndex : Math.min(at + 2, end);
    if (found) {
      flush(at);
      pieces.push(escaped(found, { start: at, end: next }));
    } else flush(next);
    from = next;
  }
  flush(end);
  return pieces;
}

function escaped([, octal, hex, short, long, control, letter]: RegExpExecArray, range: Range): Piece {
  if (letter !== undefined) return { kind: 'literal', ...range, value: letters[letter]!, quote: 'ansi' };
  if (control !== undefined)
    return { kind: 'literal', ...range, value: String.fromCharCode(control.charCodeAt(0) & 0x1f), quote: 'ansi' };
  const code = octal === undefined ? Number.parseInt(hex ?? short ?? long!, 16) : Number.parseInt(octal, 8);
  // Bytes beyond ASCII are parts of characters, and NUL ends the string: their result is not followed.
  const isCharacter = code > 0 && (short ?? long) !== undefined && code <= 0x10ffff;
  return isCharacter || (code > 0 && code < 0x80)
    ? { kind: 'literal', ...range, value: String.fromCodePoint(code), quote: 'ansi' }
    : { kind: 'other', ...range, quote: 'ansi' };
}

/** Text that reads as itself between `$'` and `'`. */
export function encodeAnsiC(text: string): string {
  return text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n');
}
