/** What can be written at a place of a document. */

import type { CheckOptions } from '../findings/check.ts';
import type { Document } from '../languages/document.ts';
import { offsetIn } from '../text/fragment.ts';
import { documentUsages } from '../usage/document-usage.ts';
import { commandCompletions } from './command-completions.ts';
import type { Completion } from './completion.ts';
import { jsonTexts } from './file-schemas.ts';
import { jsonCompletions } from './json-completions.ts';
import type { RuleText } from './json-explanation.ts';
import { suppressionCompletions } from './suppressions.ts';
import { isWorthReading, mayBeJson } from './worth-reading.ts';

/** `offset` is one of the document. The likeliest first. */
export function completionsAt(
  document: Document,
  offset: number,
  options: CheckOptions,
  ruleText: RuleText,
): readonly Completion[] {
  const { target, catalogue } = options;
  if (!isWorthReading(document, offset)) return [];
  const texts = mayBeJson(document, offset) ? jsonTexts(document, documentUsages(document), target, catalogue) : [];
  for (const { source, schema } of texts) {
    const at = offsetIn(source, offset);
    if (at !== undefined) return jsonCompletions(source, at, schema);
  }
  const suppressions = suppressionCompletions(document, offset, options, ruleText);
  return suppressions.length > 0 ? suppressions : commandCompletions(document, offset, options);
}
