/** One word of a command line, whatever language it was written in: shell, `ExecStart=`, an exec-form array. */
import type { Fragment, Range } from './fragment.ts';

/** A run of the word whose text reads as itself, or an escape and the character that it means. */
export interface LiteralPiece extends Range {
  readonly kind: 'literal';
  readonly value: string;
  readonly quote: Quote;
}

/** `$NAME`, `${NAME}`, `${NAME:-default}`. */
export interface VariablePiece extends Range {
  readonly kind: 'variable';
  readonly name: string;
  /** The value when the variable is unset, if the expansion gives one. */
  readonly fallback: Word | undefined;
  /** `${LIST[@]}`: every item of an array is a word, whatever the quotes. */
  readonly every?: boolean;
  readonly quote: Quote;
}

/** Anything else known only at run time: a command substitution, arithmetic, a glob. */
export interface DynamicPiece extends Range {
  readonly kind: 'command' | 'glob' | 'other';
  readonly quote: Quote;
}

export type Piece = LiteralPiece | VariablePiece | DynamicPiece;
export type Quote = 'none' | 'single' | 'double' | 'ansi';

export interface Word extends Range {
  /** As written, quotes included. */
  readonly text: string;
  /** What the program receives; undefined when that is known only at run time. */
  readonly value: string | undefined;
  readonly pieces: readonly Piece[];
  /** The fragment whose offsets `start`, `end` and the pieces use. */
  readonly source: Fragment;
}

export function literal(start: number, value: string, quote: Quote): LiteralPiece {
  return { kind: 'literal', start, end: start + value.length, value, quote };
}

export function makeWord(source: Fragment, range: Range, pieces: readonly Piece[]): Word {
  let value: string | undefined = '';
  for (const piece of pieces) {
    if (piece.kind !== 'literal') {
      value = undefined;
      break;
    }
    value += piece.value;
  }
  return { start: range.start, end: range.end, text: source.text.slice(range.start, range.end), value, pieces, source };
}

/** The literal text the word begins with: `--config=` of `--config=$FILE`. */
export function literalPrefix(word: Word): string {
  let prefix = '';
  for (const piece of word.pieces) {
    if (piece.kind !== 'literal') break;
    prefix += piece.value;
  }
  return prefix;
}

/** The literal text the word ends with: `/mender` of `"$BINDIR/mender"`. */
export function literalSuffix(word: Word): string {
  let suffix = '';
  for (const piece of word.pieces.toReversed()) {
    if (piece.kind !== 'literal') break;
    suffix = piece.value + suffix;
  }
  return suffix;
}

/** The word with `placeholder` for every piece that is known only at run time. */
export function textWithPlaceholders(word: Word, placeholder = '\0'): string {
  if (word.value !== undefined) return word.value;
  return word.pieces.map(piece => (piece.kind === 'literal' ? piece.value : placeholder)).join('');
}

/**
 * Where `length` characters from `offset` on, in the text with placeholders, are written. Undefined when they are not
 * all literal, include part of an escape, or contain quotes that belong to other characters too.
 */
export function locate(word: Word, offset: number, length: number, placeholder = '\0'): Range | undefined {
  if (offset === 0 && length > 0 && length === word.value?.length) return wholeOf(word);
  let position = 0;
  let start: number | undefined;
  let last: Piece | undefined;
  for (const piece of word.pieces) {
    const size = piece.kind === 'literal' ? piece.value.length : placeholder.length;
    const from = Math.max(offset, position);
    const to = Math.min(offset + length, position + size);
    if (start !== undefined && last?.end !== piece.start) return undefined;
    if (from < to) {
      if (piece.kind !== 'literal') return undefined;
      const verbatim = word.source.text.slice(piece.start, piece.end) === piece.value;
      if (!verbatim && (from > position || to < position + size)) return undefined;
      start ??= verbatim ? piece.start + (from - position) : piece.start;
      if (to === offset + length) return { start, end: verbatim ? piece.start + (to - position) : piece.end };
    }
    position += size;
    last = piece;
  }
  return undefined;
}

/** The text of a word without the quotes around all of it; with its quotes when it consists of several parts. */
function wholeOf(word: Word): Range | undefined {
  const first = word.pieces[0]!;
  const last = word.pieces.at(-1)!;
  const inOne = word.pieces.every((piece, index) => index === 0 || piece.start === word.pieces[index - 1]!.end);
  return inOne ? { start: first.start, end: last.end } : { start: word.start, end: word.end };
}

/** True when the shell may split the word into several, or drop it: an unquoted expansion. */
export function maySplit(word: Word): boolean {
  return word.pieces.some(piece => piece.kind !== 'literal' && piece.quote === 'none');
}

/** How many words the shell makes of one. */
export type WordCount =
  | 'one'
  /** An unquoted variable: one, unless it is empty or contains blanks. */
  | 'likely one'
  /** A file pattern, an unquoted substitution, all arguments, an array. */
  | 'any';

export function wordCount(word: Word): WordCount {
  let count: WordCount = 'one';
  for (const piece of word.pieces) {
    if (piece.kind === 'literal') continue;
    const text = word.source.text.slice(piece.start, piece.end);
    if (/^\$\{?@|^\$\{.*\[@\]/.test(text)) return 'any';
    if (piece.quote !== 'none') continue;
    // `${X%/}` is a variable, too; `${X:+--option}` is mostly empty.
    // Specifiers of systemd are expanded within their word.
    if (piece.kind === 'other' && text.startsWith('%')) continue;
    const isVariable = piece.kind === 'variable' ? piece.name !== '*' : /^\$\{\w+[#%/^,]/.test(text);
    if (!isVariable) return 'any';
    count = 'likely one';
  }
  return count;
}
