/** The line around an offset of a text, and the first line that is not blank. */
import type { Fragment, Range } from './fragment.ts';

/** Without its line end. An offset at the end of a line belongs to that line. */
export function lineAround(text: string, offset: number): Range {
  // A negative start of the search would mean the first character.
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  return { start, end: next < 0 ? text.length : next };
}

/** In document offsets, without a byte order mark, blanks around it and its line end. */
export function firstLine({ text, startOf, endOf }: Fragment): Range {
  const start = Math.max(0, text.search(/[^\s\uFEFF]/));
  const end = start + /^[^\r\n]*/.exec(text.slice(start))![0].trimEnd().length;
  return { start: startOf(start), end: end > start ? endOf(end) : startOf(start) };
}

/** The line end of the line of `at`, or of the line before it if that is the last one. */
export function lineEndAt(text: string, at: number): '\n' | '\r\n' {
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.lastIndexOf('\n') : next;
  return text[end - 1] === '\r' ? '\r\n' : '\n';
}
