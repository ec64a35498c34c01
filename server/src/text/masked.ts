/** Text in which another program replaces parts before it is read: those parts are covered. */

import type { Fragment, Range } from './fragment.ts';
import { NextPlaces } from './next-places.ts';
import type { Word } from './word.ts';

/**
 * Stands in for something that a shell expands, and is as long as that, so that offsets stay the same. It begins with
 * the shell's process id, so it is no program that runs the rest of its command line. Line ends stay line ends.
 */
export function standIn(text: string): string {
  return text.length < 2 ? text : `$$${text.slice(2).replace(/[^\n]/g, '_')}`;
}

/** A word for people: an ellipsis replaces what is known only at run time, covered text included. */
export function shown({ value, pieces, source }: Word): string {
  if (value !== undefined) return value;
  const isCovered = ({ start, end }: Range) => source.text.slice(start, end) === '$$';
  const parts = pieces.map((piece, index) => {
    if (piece.kind !== 'literal') return '…';
    const before = pieces[index - 1];
    return before && isCovered(before) ? piece.value.replace(/^_+/, '') : piece.value;
  });
  // Written as an escape: the bundler keeps patterns as they are, and a bundle that is not ASCII is read more slowly.
  return parts.join('').replace(/\u2026+/g, '…');
}

const anyStandIn = /\$\$_/;

/** Masks every match of the global `pattern`. Masked text cannot be written again. */
export function masked(outer: Fragment, pattern: RegExp): Fragment {
  return covered(outer, outer.text.replace(pattern, standIn), anyStandIn);
}

/** The same for what begins and ends with one of these pairs; the first pair that fits counts. */
export function maskedBetween(outer: Fragment, pairs: readonly (readonly [begin: string, end: string])[]): Fragment {
  const { text } = outer;
  const places = new NextPlaces(text);
  const parts: string[] = [];
  let at = 0;
  for (let start = 0; start < text.length; ) {
    // Most texts have none of them.
    start = Math.min(...pairs.map(([begin]) => places.from(start, begin)));
    const [begin, end] = pairs.find(([each]) => text.startsWith(each, start)) ?? [];
    const stop = begin === undefined ? undefined : places.endFrom(start + begin.length, end!);
    if (stop !== undefined) parts.push(text.slice(at, start), standIn(text.slice(start, stop)));
    at = stop ?? at;
    start = stop ?? start + 1;
  }
  return parts.length === 0 ? outer : covered(outer, parts.join('') + text.slice(at), anyStandIn);
}

/** `text` is as long as what it covers; no text that contains a stand-in is ever written. */
export function covered(outer: Fragment, text: string, standIn: RegExp): Fragment {
  if (text === outer.text) return outer;
  return {
    text,
    startOf: offset => outer.startOf(offset),
    endOf: offset => outer.endOf(offset),
    write: (inserted, at) => (standIn.test(inserted) ? undefined : outer.write(inserted, at)),
  };
}
