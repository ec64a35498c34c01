/** Whether a document must be read to explain a place: an editor asks after every blank, and under every pointer. */

import type { Document } from '../languages/document.ts';
import { keyword } from '../mender/keywords.ts';
import { isProjectOptions } from './file-schemas.ts';

/** As many as a command on several lines may have before the one that is typed in. */
const LINES_OF_A_COMMAND = 12;

export function isWorthReading(document: Document, offset: number): boolean {
  return mayBeJson(document, offset) || (document.kind !== undefined && namesMender(document, offset));
}

/** In a configuration, or in a line that may belong to an embedded one: its file name may be far above. */
export function mayBeJson(document: Document, offset: number): boolean {
  const { kind, text } = document;
  if (kind?.language === 'json' || isProjectOptions(document)) return true;
  return kind !== undefined && /^\s*["{[]/.test(linesUpTo(document, offset, 0)) && text.includes(keyword);
}

function namesMender(document: Document, offset: number): boolean {
  return linesUpTo(document, offset, LINES_OF_A_COMMAND).includes(keyword);
}

/** The line of a place, and so many before it. */
function linesUpTo({ text, lines }: Document, offset: number, before: number): string {
  const { line } = lines.positionAt(offset);
  const start = lines.offsetAt({ line: Math.max(0, line - before), character: 0 });
  return text.slice(start, lines.offsetAt({ line: line + 1, character: 0 }));
}
