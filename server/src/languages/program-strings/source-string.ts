/**
 * Strings of programs as the text they stand for; what is known only at run time is covered. Nothing is written back.
 */

import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { literal, makeWord, type Piece, type Word } from '../../text/word.ts';
import type { EmbeddedCommand } from '../embedded.ts';
import type { SourceLanguage } from './source-language.ts';
import type { SourceText } from './source-tokens.ts';

/** A value that no program's name begins with, for a shell. */
const STAND_IN = '$$_';

export function scriptOf(source: Fragment, text: SourceText, language: SourceLanguage): Fragment {
  const decoder = new Decoder();
  addText(decoder, source.text, text, language);
  return decoder.finish(source, around(text), () => undefined);
}

/** A program and its arguments, each an expression. Nothing where there is none. */
export function commandOf(
  source: Fragment,
  items: readonly SourceText[],
  language: SourceLanguage,
): EmbeddedCommand | undefined {
  const decoder = new Decoder();
  const places = items.map((item, index) => {
    if (index > 0) decoder.decode(' ', { start: around(items[index - 1]!).end, end: around(item).start });
    const start = decoder.length;
    const holes = addText(decoder, source.text, item, language);
    return { start, end: decoder.length, holes };
  });
  const line = decoder.finish(source, around(items.flat()), () => undefined);
  const [first, ...rest] = places.map(({ holes, ...range }) =>
    makeWord(line, range, piecesOf(line.text, range, holes)),
  );
  const texts = new Map(places.map(({ start }, index) => [start, items[index]!]));
  return (
    first && {
      kind: 'command',
      words: [first, ...rest],
      innerScript: (word: Word) => scriptOf(source, texts.get(word.start) ?? [], language),
    }
  );
}

function piecesOf(line: string, { start, end }: Range, holes: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const addLiteral = (from: number, to: number): void => {
    if (to > from || (from === start && to === end)) pieces.push(literal(from, line.slice(from, to), 'double'));
  };
  let at = start;
  for (const hole of holes) {
    addLiteral(at, hole.start);
    pieces.push({ kind: 'other', start: hole.start, end: hole.end, quote: 'double' });
    at = hole.end;
  }
  addLiteral(at, end);
  return pieces;
}

function around(text: SourceText): Range {
  return { start: text[0]?.start ?? 0, end: text.at(-1)?.end ?? 0 };
}

const holePatterns = {
  none: /(?!)/y,
  '{}': /\{\{|\}\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/y,
  '${}': /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/y,
};

const escapeSequence =
  /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|U[\da-fA-F]{8}|[0-7]{1,3}|[\s\S])/y;

/** Gives the places, in the decoded text, of what is known only at run time. */
function addText(decoder: Decoder, source: string, text: SourceText, language: SourceLanguage): readonly Range[] {
  const holes: Range[] = [];
  const addHole = (range: Range): void => {
    const start = decoder.length;
    decoder.decode(STAND_IN, range);
    holes.push({ start, end: decoder.length });
  };
  for (const part of text) {
    if (part.kind === 'unknown') {
      addHole(part);
      continue;
    }
    const hole = holePatterns[part.holes];
    for (let at = part.inside.start; at < part.inside.end; ) {
      hole.lastIndex = at;
      escapeSequence.lastIndex = at;
      const inserted = hole.exec(source)?.[0];
      const escaped = part.raw ? undefined : escapeSequence.exec(source)?.[0];
      const written = inserted ?? escaped ?? source[at]!;
      const range = { start: at, end: Math.min(at + written.length, part.inside.end) };
      if (inserted === '{{' || inserted === '}}') decoder.decode(inserted[0]!, range);
      else if (inserted !== undefined) addHole(range);
      else if (escaped !== undefined) decoder.decode(unescaped(escaped, language), range);
      else decoder.copy(written, at);
      at = range.end;
    }
  }
  return holes;
}

const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07' };

function unescaped(written: string, language: SourceLanguage): string {
  const rest = written.slice(1);
  const code = /^(?:[xuU]\{?([\da-fA-F]{2,8})\}?|([0-7]{1,3}))$/.exec(rest);
  if (code) return characterOf(code[1] ? Number.parseInt(code[1], 16) : Number.parseInt(code[2]!, 8));
  if (rest === '\n' || rest === '\r\n') return '';
  return named[rest] ?? (language === 'python' && /\w/.test(rest) ? written : rest);
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
