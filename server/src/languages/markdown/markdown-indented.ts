/**
 * Indented code blocks of Markdown after CommonMark 0.31, section 4.4: also in lists, and in blocks that MkDocs
 * indents.
 */

import type { Range } from '../../text/fragment.ts';
import type { CodeBlock } from './code-block.ts';

/** Columns that code is indented by, in addition to the list around it. */
const INDENT = 4;

const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*/;
/** `!!! note`, `??? note` and `=== "Tab"` of MkDocs: their contents are indented as code would be. */
const container = /^(?:!!!|\?{3}\+?|===)[ \t]/;
/** A heading, a thematic break, a comment: no paragraph continues after it, so code may follow at once. */
const closed = /^(?:#{1,6}(?:[ \t]|$)|(?:[-=*_][ \t]*){3,}$|<!--.*-->[ \t]*$)/;

interface OpenBlock extends CodeBlock {
  readonly lines: Range[];
  /** Column at which its lines begin. */
  readonly column: number;
}

/** Receives all lines outside of fenced blocks, one after the other. */
export class IndentedCode {
  /** Columns at which the contents of the lists around begin. */
  #around: number[] = [];
  #open: OpenBlock | undefined;
  /** Blank lines that belong to the open block if another line of it follows. */
  #blank: Range[] = [];
  /** An indented line would continue the paragraph before it. */
  #inText = false;

  /** The block that begins with the line. */
  read(line: Range, content: string): CodeBlock | undefined {
    const { column, length } = indentOf(content);
    if (length === content.length) {
      this.#inText = false;
      if (this.#open) this.#blank.push(line);
      return undefined;
    }
    if (this.#open && column >= this.#open.column) {
      for (const blank of this.#blank) this.#open.lines.push(blank);
      this.#open.lines.push(codeLine(line, content, this.#open.column));
      this.#blank = [];
      return undefined;
    }
    this.#close();
    const text = content.slice(length);
    // The text of a list item may go on without its indentation (section 5.2, "Laziness").
    const goesOn = this.#inText && ![marker, container, closed].some(start => start.test(text));
    if (goesOn) return undefined;
    while (column < (this.#around.at(-1) ?? 0)) this.#around.pop();
    const start = (this.#around.at(-1) ?? 0) + INDENT;
    if (column >= start && !this.#inText) return this.#opened(line, content, start);
    this.#readText(text, column);
    return undefined;
  }

  /** Other text is in between. */
  end(): void {
    this.#close();
    this.#inText = false;
  }

  #opened(line: Range, content: string, column: number): CodeBlock {
    const first = codeLine(line, content, column);
    this.#open = {
      fenced: false,
      info: '',
      lines: [first],
      prefix: content.slice(0, first.start - line.start),
      column,
    };
    return this.#open;
  }

  #close(): void {
    this.#open = undefined;
    this.#blank = [];
  }

  #readText(text: string, column: number): void {
    this.#inText = false;
    if (closed.test(text)) return;
    const item = marker.exec(text)?.[0];
    if (item !== undefined) this.#around.push(column + Math.max(item.length, 2));
    else if (container.test(text)) this.#around.push(column + INDENT);
    this.#inText = item?.length !== text.length;
  }
}

/** Blanks at the start of a line: as columns, with tab stops every four, and as characters. */
function indentOf(content: string, most = Number.POSITIVE_INFINITY): { column: number; length: number } {
  let [column, length] = [0, 0];
  for (; column < most; length++) {
    if (content[length] === '\t') column += INDENT - (column % INDENT);
    else if (content[length] === ' ') column++;
    else break;
  }
  return { column, length };
}

function codeLine(line: Range, content: string, column: number): Range {
  return { start: line.start + indentOf(content, column).length, end: line.end };
}
