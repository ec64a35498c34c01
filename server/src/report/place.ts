/** Places for machine-readable reports: lines and columns from 1, columns in UTF-16 units, ends exclusive. */
import type { Document } from '../languages/document.ts';
import type { Range } from '../text/fragment.ts';

export interface Place {
  readonly start: Point;
  readonly end: Point;
}

export interface Point {
  readonly line: number;
  readonly column: number;
}

export function placeOf({ lines }: Pick<Document, 'lines'>, { start, end }: Range): Place {
  return { start: point(lines.positionAt(start)), end: point(lines.positionAt(end)) };
}

function point({ line, character }: { readonly line: number; readonly character: number }): Point {
  return { line: line + 1, column: character + 1 };
}
