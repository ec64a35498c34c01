/** Explains a key of a JSON text that has a schema; for a removed one, since when and why. */
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import { toDocument } from '../text/fragment.ts';
import type { Explanation } from './completion.ts';
import type { JsonText } from './file-schemas.ts';
import { schemaAt } from './schema.ts';

/** How a rule is described, which depends on the editor. */
export type RuleText = (rule: Rule) => string;

/** `offset` is one of the document. */
export function jsonExplanation(
  { source, schema, entries, of }: JsonText,
  offset: number,
  ruleText: RuleText,
  catalogue: Catalogue = shipped,
): Explanation | undefined {
  for (const { path, member } of entries) {
    const range = toDocument(source, member.keyRange);
    if (offset < range.start || offset > range.end) continue;
    const rule = of === 'project' ? ruleNamed(path, catalogue) : undefined;
    if (rule) return { range, text: ruleText(rule) };
    const text = schemaAt(schema, path)?.markdownDescription;
    if (text !== undefined) return { range, text };
    const gone = of === 'project' ? undefined : goneKey(path, of, catalogue);
    return gone && { range, text: ruleText(gone) };
  }
  return undefined;
}

/** `rules.ID`, also in `overrides`. */
function ruleNamed(path: readonly string[], catalogue: Catalogue): Rule | undefined {
  return path.at(-2) === 'rules' ? catalogue.findRule(path.at(-1)!) : undefined;
}

function goneKey(path: readonly string[], of: 'client' | 'connect', catalogue: Catalogue): Rule | undefined {
  const wanted = path.join('.').toLowerCase();
  return catalogue
    .rulesOf('config')
    .find(
      ({ match }) =>
        match.defect === 'key' &&
        (match.of ?? 'client') === of &&
        (match.path.join('.').toLowerCase() === wanted || wanted.startsWith(`${match.path.join('.').toLowerCase()}.`)),
    );
}
