/** Finds the rule in which the check of a document throws: an error of ours that a report has to name. */
import { type Catalogue, catalogueOf, catalogue as shipped } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import type { Document } from '../document/document.ts';
import { type CheckOptions, check } from './check.ts';

/**
 * Each rule is tried alone. Undefined when none of them throws the same then, or when `checkpoint`, called again and again, ends
 * the search by what it throws.
 */
export function throwingRule(
  document: Document,
  options: CheckOptions,
  thrown: unknown,
  checkpoint: () => void,
): string | undefined {
  const { catalogue = shipped, extra } = options;
  try {
    const own = extra?.rows.find(row => throwsAlone(catalogueWith(catalogue, []), [row]));
    return (own ?? catalogue.rows.find(row => throwsAlone(catalogueWith(catalogue, [row]), [])))?.id;
  } catch {
    return undefined;
  }

  function throwsAlone(alone: Catalogue, rows: readonly Row[]): boolean {
    checkpoint();
    try {
      check(document, { ...options, catalogue: alone, extra: extra && { ...extra, rows } });
      return false;
    } catch (error) {
      return String(error) === String(thrown);
    }
  }
}

function catalogueWith(catalogue: Catalogue, rows: readonly Row[]): Catalogue {
  return catalogueOf({ ...catalogue, rows }, catalogue.releaseNames);
}
