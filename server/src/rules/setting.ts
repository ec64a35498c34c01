/** Variables of mender-convert's configurations. */

import { EditBuilder } from '../fixes/fix.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import type { Setting } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

export function matchSetting({ name, word, branchContext }: Setting, catalogue: Catalogue): Match[] {
  return catalogue.rulesOf('setting').flatMap(rule => {
    const { value } = word;
    // The value of a variable is unknown here, but the text after it is known.
    const text = value ?? textWithPlaceholders(word);
    const found = rule.match.value?.exec(text);
    if (value === '' || rule.match.name !== name || (rule.match.value && !found)) return [];
    const part = found?.[1];
    const start = found && part !== undefined ? found.index + found[0].lastIndexOf(part) : 0;
    const range = part !== undefined || value ? locate(word, start, (part ?? text).length) : undefined;
    const choices = range ? choicesOf(rule) : [];
    const fixes = choices.flatMap(to => {
      const edits = new EditBuilder().replace(word.source, range!, to).finish();
      const title = `Replace with \`${to}\` (check ${part === undefined ? 'which version you want' : 'that it has what you install'})`;
      return edits ? [{ title, safety: 'review' as const, edits }] : [];
    });
    return [
      {
        kind: 'match' as const,
        rule,
        range: toDocument(word.source, word),
        use: name,
        fixes,
        notes: [],
        branchContext,
        actionKey: `setting:${name}`,
      },
    ];
  });
}

function choicesOf({ replacement }: RuleOf<'setting'>): readonly string[] {
  if (replacement.kind === 'choose') return replacement.to;
  return replacement.kind === 'rewrite' ? [replacement.to] : [];
}
