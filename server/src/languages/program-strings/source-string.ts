/** Strings of programs as the text they denote; what is known only at run time is covered. Nothing is written back. */

import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { literal, makeWord, type Piece, type Word } from '../../text/word.ts';
import type { EmbeddedCommand } from '../embedded.ts';
import type { SourcePiece, SourceText } from './source-text.ts';

/** A shell value that no program's name begins with. */
const STAND_IN = '$$_';

export function scriptOf(source: Fragment, text: SourceText): Fragment {
  const spelled = new ExpandedWords();
  spelled.add(text);
  return spelled.finish(source);
}

/** A program and its arguments, each an expression. Undefined without a program. */
export function commandOf(source: Fragment, items: readonly SourceText[]): EmbeddedCommand | undefined {
  const spelled = new ExpandedWords();
  const places = items.map((item, index) => {
    if (index > 0) spelled.separate(item[0]);
    const start = spelled.length;
    const holes = spelled.add(item);
    return { start, end: spelled.length, holes };
  });
  const line = spelled.finish(source);
  const [first, ...rest] = places.map(({ holes, ...range }) =>
    makeWord(line, range, piecesOf(line.text, range, holes)),
  );
  const texts = new Map(places.map(({ start }, index) => [start, items[index]!]));
  return (
    first && {
      kind: 'command',
      words: [first, ...rest],
      innerScript: (word: Word) => scriptOf(source, texts.get(word.start) ?? []),
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

/** Not an expression: the text between two of them. */
const BETWEEN = -1;
/** The home of what the call itself writes. */
const HERE = -2;

/** Text with two places for each character: its place in the call, and where it is written. */
class ExpandedWords {
  readonly #uses = new Decoder();
  readonly #written: { start: number; end: number; home: number }[] = [];
  #last: Range = { start: 0, end: 0 };
  #around: Range | undefined;

  get length(): number {
    return this.#uses.length;
  }

  /** Returns the places of what is known only at run time. */
  add(text: SourceText): readonly Range[] {
    const holes: Range[] = [];
    for (const { text: known, use, home = HERE, ...own } of text) {
      const start = this.length;
      const place = use ?? own;
      const isExact = known !== undefined && known.length === own.end - own.start;
      if (isExact && !use) this.#uses.copy(known, own.start);
      else this.#uses.decode(known ?? STAND_IN, place);
      for (let at = start; at < this.length; at++) {
        const from = own.start + (at - start);
        this.#written.push(isExact ? { start: from, end: from + 1, home } : { start: own.start, end: own.end, home });
      }
      if (known === undefined) holes.push({ start, end: this.length });
      this.#keep(place);
    }
    return holes;
  }

  #keep(place: Range): void {
    this.#last = place;
    this.#around = {
      start: Math.min(this.#around?.start ?? place.start, place.start),
      end: Math.max(this.#around?.end ?? place.end, place.end),
    };
  }

  separate(next: SourcePiece | undefined): void {
    const start = this.#last.end;
    const end = Math.max(start, (next?.use ?? next ?? this.#last).start);
    this.#uses.decode(' ', { start, end });
    this.#written.push({ start, end, home: BETWEEN });
  }

  finish(source: Fragment): Fragment {
    const written = this.#written;
    const line = this.#uses.finish(source, this.#around ?? { start: 0, end: 0 }, () => undefined);
    // All of it is used where it is written.
    if (written.every(({ home }) => home === HERE || home === BETWEEN)) return line;
    return {
      ...line,
      placeOf: ({ start, end }) => {
        const places = written.slice(start, end).filter(({ home }) => home !== BETWEEN);
        const [first] = places;
        return first && places.every(({ home }) => home === first.home)
          ? { start: source.startOf(first.start), end: source.endOf(places.at(-1)!.end) }
          : undefined;
      },
    };
  }
}
