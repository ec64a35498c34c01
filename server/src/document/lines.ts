/** Line starts of a text and the two conversions that need them. Knows nothing of languages or files. */

/**
 * Zero-based line and character; the character counts UTF-16 code units, as the Language Server Protocol does by
 * default.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

export class Lines {
  /** Offset of the first character of every line. */
  readonly starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    // LSP 3.17, "Text Documents": '\n', '\r\n' and '\r' end a line.
    if (text.includes('\r')) {
      for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    } else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    this.starts = starts;
  }

  /** The zero-based line that holds `offset`; an offset past the end belongs to the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: Math.min(clamped, this.endOf(line)) - this.starts[line]! };
  }

  /** Characters past the end of a line mean the end of that line (LSP 3.17, `Position`). */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.starts[position.line];
    if (start === undefined) return this.#text.length;
    return Math.min(start + Math.max(0, position.character), this.endOf(position.line));
  }

  /** Offset just after the last character of a line, its line end not counted. */
  endOf(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.#text.length;
    const crlf = this.#text.charCodeAt(next - 1) === LF && this.#text.charCodeAt(next - 2) === CR;
    return next - (crlf ? 2 : 1);
  }
}
