/** A text with the parts in it that have comments of their own. */

import type { Fragment } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import type { CommentPlaces } from './comment-places.ts';

export interface Part {
  readonly source: Fragment;
  /** Those of the part's own language, in offsets of the document. */
  readonly places: CommentPlaces;
}

/** `text` is that of the document. */
export function withParts(own: CommentPlaces, text: string, parts: readonly Part[]): CommentPlaces {
  const inner = parts.map(part => placesOf(part, text)).filter(({ end, start }) => end > start);
  return {
    ...own,
    isComment: offset => own.isComment(offset),
    beginsStatement: offset => own.beginsStatement(offset),
    inside: offset => inner.find(({ start, end }) => offset >= start && offset < end)?.places,
  };
}

interface Inner {
  readonly start: number;
  readonly end: number;
  readonly places: CommentPlaces;
}

function placesOf({ source, places }: Part, text: string): Inner {
  const start = source.startOf(0);
  const end = source.endOf(source.text.length);
  const lines = source.write('\n', 0)?.startsWith('\n') ? linesOf(source, text) : new Set<number>();
  return {
    start,
    end,
    places: {
      ...places,
      isComment: offset => places.isComment(offset),
      beginsStatement: offset =>
        offset <= start || offset >= end || (lines.has(offset) && places.beginsStatement(offset)),
      hasLine: offset => lines.has(offset),
    },
  };
}

/** Starts of the lines that belong to the part alone, in a part that a line can be written into. */
function linesOf(source: Fragment, text: string): Set<number> {
  const lines = new Set<number>();
  const start = source.startOf(0);
  const first = lineAround(text, start).start;
  if (/^\uFEFF?[ \t]*$/.test(text.slice(first, start))) lines.add(first);
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) {
    // Text before the next line may belong to the line end.
    const after = text.indexOf('\n', source.startOf(at)) + 1;
    if (after > 0 && after <= source.endOf(at + 1)) lines.add(after);
  }
  return lines;
}
