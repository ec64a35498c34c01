/** Explains a place of a document where nothing is wrong: what a key, a command or an option is for, what a rule is. */

import type { CheckOptions } from '../findings/check.ts';
import type { Document } from '../languages/document.ts';
import { documentUsages } from '../usage/document-usage.ts';
import { commandExplanation } from './command-explanation.ts';
import type { Explanation } from './completion.ts';
import { jsonTexts } from './file-schemas.ts';
import { jsonExplanation, type RuleText } from './json-explanation.ts';
import { suppressedRuleAt } from './suppressions.ts';
import { isWorthReading } from './worth-reading.ts';

/** `offset` is one of the document. */
export function explanationAt(
  document: Document,
  offset: number,
  options: CheckOptions,
  ruleText: RuleText,
): Explanation | undefined {
  if (!isWorthReading(document, offset)) return undefined;
  const { target, catalogue, sources } = options;
  const suppressed = suppressedRuleAt(document, offset, options);
  if (suppressed) return { range: suppressed.range, text: ruleText(suppressed.rule) };
  const usages = documentUsages(document, undefined, { sources });
  for (const text of jsonTexts(document, usages, target, catalogue)) {
    const found = jsonExplanation(text, offset, ruleText, catalogue);
    if (found) return found;
  }
  return commandExplanation(usages, offset, target, catalogue);
}
