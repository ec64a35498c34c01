/** What can be written at a place of a document. */

import type { Document } from '../document/document.ts';
import type { CheckOptions } from '../findings/check.ts';
import { offsetIn } from '../syntax/fragment.ts';
import { documentUsages } from '../usage/document-usage.ts';
import { commandCompletions } from './command-completions.ts';
import type { Completion } from './completion.ts';
import { isProjectOptions, jsonTexts } from './file-schemas.ts';
import { jsonCompletions } from './json-completions.ts';
import type { RuleText } from './json-explanation.ts';
import { suppressionCompletions } from './suppressions.ts';

/** `offset` is one of the document. The likeliest first. */
export function completionsAt(
  document: Document,
  offset: number,
  options: CheckOptions,
  ruleText: RuleText,
): readonly Completion[] {
  const { target, catalogue } = options;
  if (!document.kind && !isProjectOptions(document)) return [];
  for (const { source, schema } of jsonTexts(document, documentUsages(document), target, catalogue)) {
    const at = offsetIn(source, offset);
    if (at !== undefined) return jsonCompletions(source, at, schema);
  }
  if (!isWorthReading(document, offset)) return [];
  const suppressions = suppressionCompletions(document, offset, options, ruleText);
  return suppressions.length > 0 ? suppressions : commandCompletions(document, offset, target, catalogue);
}

/** A client asks behind every blank: a document is read once more only where something of Mender's is named nearby. */
function isWorthReading({ text, lines }: Document, offset: number): boolean {
  const { line } = lines.positionAt(offset);
  const start = lines.offsetAt({ line: Math.max(0, line - LINES_OF_A_COMMAND), character: 0 });
  return text.slice(start, offset).includes('mender');
}

/** As many as a command that goes on over several lines may have before the one that is typed in. */
const LINES_OF_A_COMMAND = 12;
