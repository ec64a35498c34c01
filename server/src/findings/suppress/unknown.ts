/** Words and names in directives that do not exist. */
import type { Catalogue } from '../../mender/catalogue.ts';
import { nearest } from '../../mender/nearest.ts';
import type { Rule } from '../../mender/rule.ts';
import type { Match } from '../../rules/occurrence.ts';
import { type Directive, directiveKinds, type Named } from './directives.ts';

/** The rules that a name may mean. */
export interface KnownRules {
  readonly catalogue: Catalogue;
  /** Custom rules. */
  readonly custom: readonly Rule[];
}

export function unknownNames(directives: readonly Directive[], { catalogue, custom }: KnownRules): Match[] {
  const rule = catalogue.rulesOf('suppression').find(({ match }) => match.defect === 'unknown');
  if (!rule) return [];
  return directives.flatMap(({ kind, word, rules }) => {
    if (kind === undefined) {
      const meant = nearest(word.text, directiveKinds);
      // A word unlike any of ours is prose.
      return meant === undefined ? [] : [unknown(rule, word, meant)];
    }
    return rules
      .filter(({ text }) => !catalogue.findRule(text, custom))
      .map(name =>
        unknown(
          rule,
          name,
          nearest(
            name.text,
            [...catalogue.rules, ...custom].map(({ id }) => id),
          ),
        ),
      );
  });
}

function unknown(rule: Rule, { text, start, end }: Named, meant: string | undefined): Match {
  const range = { start, end };
  return {
    kind: 'match',
    rule,
    range,
    use: text,
    to: meant === undefined ? 'one that `mender-lint rules` lists' : `\`${meant}\``,
    fixes:
      meant === undefined
        ? []
        : [{ title: `Replace with \`${meant}\``, safety: 'review', edits: [{ ...range, newText: meant }] }],
    notes: [],
    branchContext: undefined,
    actionKey: 'suppression',
  };
}
