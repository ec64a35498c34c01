/** Text in which another program puts something before it is read: what it replaces is covered. */
import type { Fragment, Range } from './fragment.ts';
import type { Word } from './word.ts';

/**
 * Something a shell expands, as long as the text it stands for, so that offsets stay the same. It is the shell's
 * process id and more: no program that runs the rest of its command line. Line ends stay line ends.
 */
export function standIn(text: string): string {
  return text.length < 2 ? text : `$$${text.slice(2).replace(/[^\n]/g, '_')}`;
}

/** A word for people: an ellipsis for whatever is known only at run time, what is covered among it. */
export function shown({ value, pieces, source }: Word): string {
  if (value !== undefined) return value;
  const isCovered = ({ start, end }: Range) => source.text.slice(start, end) === '$$';
  const parts = pieces.map((piece, index) => {
    if (piece.kind !== 'literal') return '…';
    const before = pieces[index - 1];
    return before && isCovered(before) ? piece.value.replace(/^_+/, '') : piece.value;
  });
  // As an escape: the bundler keeps patterns as they are written, and a bundle that is not ASCII is read more slowly.
  return parts.join('').replace(/\u2026+/g, '…');
}

const anyStandIn = /\$\$_/;

/** Every match of the global `pattern` is masked. What is masked cannot be written again. */
export function masked(outer: Fragment, pattern: RegExp): Fragment {
  return covered(outer, outer.text.replace(pattern, standIn), anyStandIn);
}

/** `text` is as long as what it covers; what has a stand-in in it is never written. */
export function covered(outer: Fragment, text: string, standIn: RegExp): Fragment {
  if (text === outer.text) return outer;
  return {
    text,
    startOf: offset => outer.startOf(offset),
    endOf: offset => outer.endOf(offset),
    write: (inserted, at) => (standIn.test(inserted) ? undefined : outer.write(inserted, at)),
  };
}
