/** Variables of mender-convert's configurations. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate, skeleton } from '../syntax/word.ts';
import type { Setting } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

export function matchSetting({ name, word, frame }: Setting, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('setting').flatMap(row => {
    const { value } = word;
    // What a variable stands for is not known here, but what is written behind it is.
    const text = value ?? skeleton(word);
    const found = row.match.value?.exec(text);
    if (value === '' || row.match.name !== name || (row.match.value && !found)) return [];
    const part = found?.[1];
    const start = found && part !== undefined ? found.index + found[0].lastIndexOf(part) : 0;
    const range = part !== undefined || value ? locate(word, start, (part ?? text).length) : undefined;
    const choices = range ? choicesOf(row) : [];
    const fixes = choices.flatMap(to => {
      const edits = new EditBuilder().replace(word.source, range!, to).finish();
      const title = `Replace with \`${to}\` (check ${part === undefined ? 'which version you want' : 'that it has what you install'})`;
      return edits ? [{ title, safety: 'review' as const, edits }] : [];
    });
    return [
      {
        kind: 'match' as const,
        row,
        range: toDocument(word.source, word),
        use: name,
        fixes,
        notes: [],
        frame,
        action: `setting:${name}`,
      },
    ];
  });
}

function choicesOf({ replacement }: RowOf<'setting'>): readonly string[] {
  if (replacement.kind === 'choose') return replacement.to;
  return replacement.kind === 'rewrite' ? [replacement.to] : [];
}
