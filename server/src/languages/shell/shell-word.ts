/**
 * Words of shell scripts, converted into words that know where each character of their value is written. Quoting as
 * POSIX XCU 2.2 defines it, and bash's `$'...'`.
 */

import { Decoder, type Encode, type Fragment, type Range } from '../../text/fragment.ts';
import { literal, makeWord, type Piece, type Quote, type Word } from '../../text/word.ts';
import { ansiCPieces, encodeAnsiC } from './ansi-c.ts';
import type * as sh from './shell.ts';

/** `source` is the text that the offsets of `node` index. */
export function shellWord(node: sh.Word, source: Fragment): Word {
  const end = trimContinuation(source.text, node);
  const pieces: Piece[] = [];
  if (node.parts) for (const part of node.parts) addPart(part, source, pieces);
  else addText(source.text, { start: node.pos, end }, 'none', pieces);
  return makeWord(source, { start: node.pos, end }, pieces);
}

/**
 * unbash counts a line continuation after a word as part of it, and a character after a backslash that ends the text.
 */
function trimContinuation(text: string, { pos, end }: sh.Word): number {
  let trimmed = Math.min(end, text.length);
  while (trimmed - 2 > pos && text.startsWith('\\\n', trimmed - 2)) trimmed -= 2;
  return trimmed;
}

function addPart(part: sh.WordPart, source: Fragment, pieces: Piece[], quote: Quote = 'none'): void {
  const range = { start: part.pos, end: Math.min(part.end, source.text.length) };
  switch (part.type) {
    case 'Literal':
      addText(source.text, range, quote, pieces);
      break;
    case 'SingleQuoted':
      pieces.push(literal(part.pos + 1, part.value, 'single'));
      break;
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) addPart(child, source, pieces, 'double');
      // An empty string is a word, too.
      if (part.parts.length === 0) pieces.push(literal(part.pos + 1, '', 'double'));
      break;
    case 'AnsiCQuoted':
      pieces.push(...ansiCPieces(source.text, range));
      break;
    case 'SimpleExpansion':
      pieces.push({ kind: 'variable', ...range, name: part.text.slice(1), fallback: undefined, quote });
      break;
    case 'ParameterExpansion':
      pieces.push(parameter(part, source, range, quote));
      break;
    case 'CommandExpansion':
      pieces.push({ kind: 'command', ...range, quote });
      break;
    case 'Glob':
    case 'ExtendedGlob':
      pieces.push({ kind: 'glob', ...range, quote });
      break;
    default:
      pieces.push({ kind: 'other', ...range, quote });
  }
}

function parameter(part: sh.ParameterExpansionPart, source: Fragment, range: Range, quote: Quote): Piece {
  const operation = part.operation;
  const plain = part.prefix === undefined && part.index === undefined;
  // `${LIST[@]}` is all the words in the variable, like `$LIST` without quotes.
  const every = part.prefix === undefined && /^[@*]$/.test(part.index?.text ?? '');
  if ((plain || every) && operation === undefined) {
    return { kind: 'variable', ...range, name: part.parameter, fallback: undefined, every, quote };
  }
  if (plain && operation?.type === 'Default' && /^:?[-=]$/.test(operation.operator)) {
    return { kind: 'variable', ...range, name: part.parameter, fallback: shellWord(operation.operand, source), quote };
  }
  return { kind: 'other', ...range, quote };
}

/** Splits text at its backslashes: those that the shell removes denote the character after them. */
function addText(text: string, { start, end }: Range, quote: Quote, pieces: Piece[]): void {
  let from = start;
  const flush = (to: number) => {
    if (to > from) pieces.push(literal(from, text.slice(from, to), quote));
  };
  for (let i = text.indexOf('\\', start); i >= 0 && i + 1 < end; i = text.indexOf('\\', i)) {
    const escaped = text[i + 1]!;
    if (quote === 'double' && !'$`"\\\n'.includes(escaped)) {
      i++;
      continue;
    }
    flush(i);
    const value = escaped === '\n' ? '' : escaped;
    pieces.push({ kind: 'literal', start: i, end: i + 2, value, quote });
    i += 2;
    from = i;
  }
  flush(end);
}

/**
 * The text of a word as another shell reads it, as after `sh -c`. A variable that the outer shell expands stays as it
 * is written; all else becomes a variable, so that nothing inside it is found twice.
 */
export function innerScript(word: Word): Fragment {
  const decoder = new Decoder();
  for (const piece of word.pieces) {
    if (piece.kind === 'variable') decoder.copy(word.source.text.slice(piece.start, piece.end), piece.start);
    else if (piece.kind !== 'literal') decoder.decode(PLACEHOLDER, piece);
    else if (piece.end - piece.start === piece.value.length) decoder.copy(piece.value, piece.start);
    else decoder.decode(piece.value, piece);
  }
  return decoder.finish(word.source, word, encoderFor(word));
}

/** A variable that nobody sets, short for text of any length: text nested in there is read separately. */
const PLACEHOLDER = '$__';

/** Writes into the word with the quotes of the place. */
function encoderFor({ pieces }: Word): Encode {
  const isWhole = pieces.every(({ kind }) => kind === 'literal');
  return (text, at) => {
    // Written again, an expansion of the outer shell could not be distinguished from one of the inner shell.
    if (!isWhole && text.includes('$')) return undefined;
    const piece = pieces.find(({ start, end }) => at >= start && at < end) ?? pieces.at(-1);
    return encoders[piece?.quote ?? 'none'](text);
  };
}

const encoders: Readonly<Record<Quote, (text: string) => string | undefined>> = {
  single: encodeSingle,
  double: encodeDouble,
  ansi: encodeAnsiC,
  none: encodeUnquoted,
};

/** Inside `'...'` nothing is special but the quote itself (XCU 2.2.2). */
function encodeSingle(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/** Outside of quotes a backslash quotes special characters (XCU 2.2.1), except for a line end. */
function encodeUnquoted(text: string): string | undefined {
  return text.includes('\n') ? undefined : text.replace(/[^\w@%+=:,./-]/g, '\\$&');
}

/** Inside `"..."` these keep their meaning (XCU 2.2.3). */
function encodeDouble(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&');
}

/**
 * The script inside backticks that contain a backslash: unbash parses a decoded copy, whose offsets must be mapped
 * back. XCU 2.6.3: a backslash is dropped before `$`, a backtick and a backslash; bash drops it before `"` too inside
 * quotes.
 */
export function backtickScript(outer: Fragment, part: Range, decoded: string): Fragment {
  const decoder = new Decoder();
  let at = part.start + 1;
  for (const [index, char] of decoded.split('').entries()) {
    // A line that was blanked because it is broken has a blank for its backslash.
    const isBlanked = decoded.startsWith(' \n', index);
    while (!isBlanked && at < part.end - 1 && outer.text[at] !== char && outer.text.startsWith('\\\n', at)) at += 2;
    if (outer.text[at] === '\\' && outer.text[at + 1] === char && '$`\\"'.includes(char)) {
      decoder.decode(char, { start: at, end: at + 2 });
      at += 2;
    } else {
      decoder.copy(char, at);
      at++;
    }
  }
  return decoder.finish(outer, { start: part.start + 1, end: part.end - 1 }, text => text.replace(/[\\$`]/g, '\\$&'));
}

/** Text that the shell reads as one word with this value, quoted only when it must be. */
export function quoteWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${encodeSingle(value)}'`;
}
