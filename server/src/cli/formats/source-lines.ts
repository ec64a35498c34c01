/** Lines of a file under a finding: its line with a mark below it, and the text after the fix. */

import type { Edit } from '../../fixes/fix.ts';
import type { Document } from '../../languages/document.ts';
import { applyEdits } from '../../text/apply-edits.ts';
import type { Range } from '../../text/fragment.ts';
import { rangeOfLines } from '../../text/lines.ts';
import { visible } from '../../text/visible.ts';
import { beginningOf, columnsOf, endOf, linesOf } from '../fit.ts';
import { type Piece, piecesOf } from '../secrets.ts';
import type { Style } from '../style.ts';

/** The default width of a line, and the smallest one, whatever the terminal says. */
const WIDEST = 160;
const NARROWEST = 24;
/** For a fix: a user who wants to see more asks for the diff. */
const MOST_LINES = 6;
const KEPT_BACK = '(not shown: it may hold a secret)';
/** Characters of a line, or of all lines of a fix: longer text was not written by a person, and nobody reads it. */
const LONGEST = 5000;
const TOO_LONG = '(not shown: it is very long)';

/** Between a number and a text: a line of the file, one that a fix adds, one that it removes, a remark about them. */
type Mark = '|' | '+' | '-' | '=';

export class SourceLines {
  readonly #document: Document;
  readonly #style: Style;
  readonly #digits: number;
  readonly #room: number;

  /** `lastLine`: the largest line number that is shown, zero-based. */
  constructor(document: Document, style: Style, lastLine: number) {
    this.#document = document;
    this.#style = style;
    this.#digits = Math.max(3, String(lastLine + 1).length + 1);
    this.#room = Math.max(NARROWEST, (style.width ?? WIDEST) - this.#digits - 3);
  }

  /** The line in which a range begins. */
  found(range: Range, paint: (text: string) => string): readonly string[] {
    const { lines, text } = this.#document;
    const { line } = lines.positionAt(range.start);
    const { start, end } = rangeOfLines(lines, line);
    if (end - start > LONGEST) return [this.#line(line, '|', this.#style.dim(TOO_LONG))];
    const pieces = piecesOf(this.#document, text.slice(start, end));
    if (!pieces) return [this.#line(line, '|', this.#style.dim(KEPT_BACK))];
    const isEmpty = range.start === range.end;
    const marked = { start: range.start - start, end: Math.max(range.start, Math.min(range.end, end)) - start };
    const shown = inThree(pieces, isEmpty ? { start: marked.start, end: marked.start + 1 } : marked);
    const [before, inside, after] = fitted(shown, this.#room);
    const mark = `${' '.repeat(columnsOf(before))}${'^'.repeat(Math.max(1, columnsOf(inside)))}`;
    return [this.#line(line, '|', before + inside + after), this.#line(undefined, '|', paint(mark))];
  }

  /** The lines that a fix adds; those that it removes if it adds none. */
  fixed(edits: readonly Edit[]): readonly string[] {
    const groups = groupsOf(this.#document, edits);
    const lines = groups.flatMap(({ line, before, after }) => {
      // If only values differ, which are not shown, there is nothing to see.
      if (this.#seen(before) === this.#seen(after)) return [];
      const written = after.map((text, index) => this.#changed(index === 0 ? line : undefined, '+', text));
      return written.length > 0 ? written : before.map((text, index) => this.#changed(line + index, '-', text));
    });
    if (lines.length <= MOST_LINES) return lines;
    const more = lines.length - MOST_LINES + 1;
    return [...lines.slice(0, MOST_LINES - 1), ...this.said(`and ${more} more lines`)];
  }

  /** The message of the finding, on as many lines as it needs. */
  said(text: string): readonly string[] {
    const [first = '', ...others] = linesOf(text, this.#room);
    const indent = ' '.repeat(this.#digits + 3);
    return [this.#line(undefined, '=', first), ...others.map(other => indent + other)];
  }

  #seen(lines: readonly string[]): string {
    return lines.map(line => piecesOf(this.#document, line)?.map(shownPiece).join('') ?? line).join('\n');
  }

  /** Text to write is not cut off at the end of a terminal: it continues on the next line. */
  #changed(line: number | undefined, mark: '+' | '-', text: string): string {
    const pieces = piecesOf(this.#document, text);
    const shown = pieces && beginningOf(pieces.map(shownPiece).join(''), Math.max(WIDEST, this.#room));
    const paint = mark === '+' ? this.#style.green : this.#style.red;
    return this.#line(line, mark, shown === undefined ? this.#style.dim(KEPT_BACK) : paint(shown), paint);
  }

  #line(line: number | undefined, mark: Mark, text: string, paint = this.#style.cyan): string {
    const number = (line === undefined ? '' : String(line + 1)).padStart(this.#digits);
    return `${this.#style.cyan(number)} ${paint(mark)} ${text}`.trimEnd();
  }
}

/** The text before a range, in it, and after it; a piece that it cuts belongs to it. */
function inThree(pieces: readonly Piece[], { start, end }: Range): readonly [string, string, string] {
  const shown = ['', '', ''] as [string, string, string];
  for (const piece of pieces) {
    const isVerbatim = piece.end - piece.start === piece.text.length;
    const cuts = isVerbatim ? [start, end].map(at => Math.max(piece.start, Math.min(at, piece.end))) : [];
    const [first, last] = isVerbatim
      ? [cuts[0]! - piece.start, cuts[1]! - piece.start]
      : [piece.end <= start ? piece.text.length : 0, piece.start < end ? piece.text.length : 0];
    shown[0] += shownText(piece.text.slice(0, first));
    shown[1] += shownText(piece.text.slice(first, last));
    shown[2] += shownText(piece.text.slice(Math.max(first, last)));
  }
  return shown;
}

/** The marked text comes first; of the rest, the text near it. */
function fitted([before, inside, after]: readonly [string, string, string], room: number): [string, string, string] {
  const mark = beginningOf(inside, room);
  const left = room - columnsOf(mark);
  const afterWidth = Math.min(
    columnsOf(after.slice(0, room)),
    Math.max(Math.floor(left / 2), left - columnsOf(before.slice(-2 * room))),
  );
  const start = endOf(before, left - afterWidth);
  return [start, mark, beginningOf(after, left - columnsOf(start))];
}

function shownPiece({ text }: Piece): string {
  return shownText(text);
}

function shownText(text: string): string {
  return visible(text.replaceAll('\t', '    '));
}

interface Group {
  /** Zero-based. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Edits whose lines meet are one group; unchanged lines are left out. */
function groupsOf(document: Document, edits: readonly Edit[]): readonly Group[] {
  const { lines } = document;
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const [first, last] = [lines.positionAt(edit.start).line, lines.positionAt(edit.end).line];
    const group = groups.at(-1);
    if (group && first <= group.last + 1) {
      group.last = Math.max(group.last, last);
      group.edits.push(edit);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups.map(group => changedLines(document, group.first, group.last, group.edits));
}

function changedLines({ lines, text }: Document, first: number, last: number, edits: readonly Edit[]): Group {
  const { start, end } = rangeOfLines(lines, first, last);
  if (end - start > LONGEST) return { line: first, before: [], after: [] };
  const old = text.slice(start, end);
  const written = applyEdits(
    old,
    edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const before = old.split(lineEnd);
  const after = (written ?? old).split(lineEnd);
  while (before.length > 0 && after.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  let line = first;
  while (before.length > 0 && after.length > 0 && before[0] === after[0]) {
    before.shift();
    after.shift();
    line++;
  }
  return { line, before, after };
}

const lineEnd = /\r\n?|\n/;
