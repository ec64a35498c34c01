/** What can be written at a place of a document. */

import type { Document } from '../document/document.ts';
import type { CheckOptions } from '../findings/check.ts';
import { offsetIn } from '../syntax/fragment.ts';
import { documentUsages } from '../usage/document-usage.ts';
import type { Completion } from './completion.ts';
import { isProjectOptions, jsonTexts } from './file-schemas.ts';
import { jsonCompletions } from './json-completions.ts';

/** `offset` is one of the document. The likeliest first. */
export function completionsAt(
  document: Document,
  offset: number,
  { target, catalogue }: Pick<CheckOptions, 'target' | 'catalogue'>,
): readonly Completion[] {
  if (!document.kind && !isProjectOptions(document)) return [];
  for (const { source, schema } of jsonTexts(document, documentUsages(document), target, catalogue)) {
    const at = offsetIn(source, offset);
    if (at !== undefined) return jsonCompletions(source, at, schema);
  }
  return [];
}
