/** What is said of a place of a document where nothing is wrong: what a key is for, what a rule is. */
import type { Document } from '../document/document.ts';
import type { CheckOptions } from '../findings/check.ts';
import { documentUsages } from '../usage/document-usage.ts';
import type { Explanation } from './completion.ts';
import { isProjectOptions, jsonTexts } from './file-schemas.ts';
import { jsonExplanation, type RuleText } from './json-explanation.ts';

/** `offset` is one of the document. */
export function explanationAt(
  document: Document,
  offset: number,
  { target, catalogue }: Pick<CheckOptions, 'target' | 'catalogue'>,
  ruleText: RuleText,
): Explanation | undefined {
  if (!document.kind && !isProjectOptions(document)) return undefined;
  for (const text of jsonTexts(document, documentUsages(document), target, catalogue)) {
    const found = jsonExplanation(text, offset, ruleText, catalogue);
    if (found) return found;
  }
  return undefined;
}
