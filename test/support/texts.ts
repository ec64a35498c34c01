/** Shorthand for checking and fixing a text. */

import { check } from '../../server/src/findings/check.ts';
import type { Finding, Severity } from '../../server/src/findings/finding.ts';
import { severityOf } from '../../server/src/findings/severity.ts';
import { createDocument, type Document } from '../../server/src/languages/document.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { allRules, catalogue } from '../../server/src/mender/catalogue.ts';
import type { Target } from '../../server/src/mender/version.ts';
import type { YoctoRelease } from '../../server/src/mender/yocto.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';

/** The target of the tables: changes of later releases have separate cases. */
const tableTarget: Target = '5.1';

export const paths = {
  shell: 'script.sh',
  json: 'mender.conf',
  unit: 'product.service',
  bitbake: 'recipes-product/product/product_1.0.bb',
  control: 'debian/control',
  yaml: 'site.yml',
} as const;

export type TextLanguage = keyof typeof paths;

export function document(text: string, path: string = paths.shell): Document {
  return createDocument({ uri: `file:///${path}`, path, text });
}

/** Rules that are off by default are on. */
export const everyRule: Readonly<Record<string, Severity>> = Object.fromEntries(
  allRules.filter(({ defaultOff: onRequest }) => onRequest).map(row => [row.id, severityOf(row)]),
);

export function findings(
  text: string,
  path: string = paths.shell,
  target: string = tableTarget,
  yocto: readonly YoctoRelease[] = [],
): readonly Finding[] {
  const known = catalogue.releaseNames.target(target);
  if (known === undefined) throw new Error(`no target ${target}`);
  return check(document(text, path), {
    target: known,
    yocto,
    rules: everyRule,
    include: optIns,
    sources: sourceReader,
  });
}

export function ruleIds(text: string, path?: string, target?: string, yocto?: readonly YoctoRelease[]): string[] {
  return findings(text, path, target, yocto).map(({ rule }) => rule);
}

/** The text after the best fix of its first finding. */
export function afterBestFix(
  text: string,
  path?: string,
  target?: string,
  yocto?: readonly YoctoRelease[],
): string | undefined {
  const [best] = findings(text, path, target, yocto)[0]?.fixes ?? [];
  return best && applyEdits(text, best.edits);
}
