/** Finds the rule in which the check of a document throws: a bug that a report must name. */

import type { Document } from '../languages/document.ts';
import { type Catalogue, catalogueOf, catalogue as shipped } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import { type CheckOptions, check } from './check.ts';

/**
 * Tries each rule alone. Undefined when none of them throws the same then, or when an exception from `checkpoint`,
 * which is called repeatedly, ends the search.
 */
export function throwingRule(
  document: Document,
  options: CheckOptions,
  thrown: unknown,
  checkpoint: () => void,
): string | undefined {
  const { catalogue = shipped, custom } = options;
  try {
    const own = custom?.rules.find(rule => throwsAlone(catalogueWith(catalogue, []), [rule]));
    return (own ?? catalogue.rules.find(rule => throwsAlone(catalogueWith(catalogue, [rule]), [])))?.id;
  } catch {
    return undefined;
  }

  function throwsAlone(alone: Catalogue, rules: readonly Rule[]): boolean {
    checkpoint();
    try {
      check(document, { ...options, catalogue: alone, custom: custom && { ...custom, rules } });
      return false;
    } catch (error) {
      return String(error) === String(thrown);
    }
  }
}

function catalogueWith(catalogue: Catalogue, rules: readonly Rule[]): Catalogue {
  return catalogueOf({ ...catalogue, rules }, catalogue.releaseNames);
}
