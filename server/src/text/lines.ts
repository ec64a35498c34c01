/**
 * Lines of a text and positions in it, counted by the library that clients use. Knows nothing of languages or files.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Converts offsets to positions and back, both in UTF-16 units. A line or character past the end means the end, in
 * both directions (LSP 3.17, `Position`).
 */
export type Lines = Pick<TextDocument, 'positionAt' | 'offsetAt'>;

export function linesOf(text: string): Lines {
  return TextDocument.create('', '', 0, text);
}

/**
 * Offsets of the first character of some lines and after the last one, zero-based; the last line end is not included.
 */
export function rangeOfLines(
  lines: Lines,
  first: number,
  last = first,
): { readonly start: number; readonly end: number } {
  return {
    start: lines.offsetAt({ line: first, character: 0 }),
    end: lines.offsetAt({ line: last, character: Number.MAX_SAFE_INTEGER }),
  };
}
