/** The line that an offset of a text lies in, and the first one that says something. */
import type { Fragment, Range } from './fragment.ts';

/** Without its line end. An offset at the end of a line belongs to it. */
export function lineAround(text: string, offset: number): Range {
  // A negative start of the search would mean the first character.
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  return { start, end: next < 0 ? text.length : next };
}

/** In document offsets, without a byte order mark, the blanks around it and its line end. */
export function firstLine({ text, startOf, endOf }: Fragment): Range {
  const start = Math.max(0, text.search(/[^\s\uFEFF]/));
  const end = start + /^[^\r\n]*/.exec(text.slice(start))![0].trimEnd().length;
  return { start: startOf(start), end: end > start ? endOf(end) : startOf(start) };
}

/** How the line of `at` ends, or the one before it where nothing ends that. */
export function lineEndAt(text: string, at: number): '\n' | '\r\n' {
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.lastIndexOf('\n') : next;
  return text[end - 1] === '\r' ? '\r\n' : '\n';
}
