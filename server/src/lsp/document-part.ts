/**
 * The part of an open document that is checked: all of it, unless it is so large that its editor would wait. If more
 * lines name Mender than findings are ever shown, only the first ones are checked.
 */

import { createDocument, type Document } from '../languages/document.ts';
import { keyword } from '../mender/keywords.ts';
import type { Limits } from '../options/limits.ts';

/** Each line has one finding, or none where it is right. */
const NAMED_FOR_EACH_SHOWN = 2;

export interface Part {
  readonly document: Document;
  /** Why this is not everything; a sentence without the name of the file. */
  readonly cut?: string;
}

export function partOf(document: Document, { fileSize, findingsPerFile }: Limits): Part {
  const { text, kind } = document;
  const size = text.length > fileSize ? fileSize : undefined;
  const named = kind === undefined ? undefined : placeOf(text, NAMED_FOR_EACH_SHOWN * findingsPerFile);
  if (kind === undefined || (size === undefined && named === undefined)) return { document };
  const isSize = size !== undefined && (named === undefined || size < named);
  const end = text.lastIndexOf('\n', isSize ? size : named) + 1;
  const why = isSize
    ? `has more than ${fileSize.toLocaleString('en')} characters: raise the limit \`fileSize\``
    : `names Mender more than ${(NAMED_FOR_EACH_SHOWN * findingsPerFile).toLocaleString('en')} times: raise the limit \`findingsPerFile\``;
  // Half a configuration proves nothing.
  if (kind.language === 'json' || end === 0)
    return { document: partial(document, 0), cut: `is not checked, since it ${why}` };
  const lines = document.lines.positionAt(end).line;
  return {
    document: partial(document, end),
    cut: `is checked up to line ${lines.toLocaleString('en')}, since it ${why}`,
  };
}

function partial({ uri, path, version, languageId, text }: Document, end: number): Document {
  return createDocument({ uri, path, version, languageId, text: text.slice(0, end) });
}

/** The place where Mender is named for the n-th time. */
function placeOf(text: string, times: number): number | undefined {
  if (text.length < keyword.length * times) return undefined;
  const names = new RegExp(keyword, 'gi');
  for (let count = 0; count < times; count++) if (!names.test(text)) return undefined;
  return names.lastIndex;
}
