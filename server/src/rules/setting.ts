/** Variables of mender-convert's configurations. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate } from '../syntax/word.ts';
import type { Setting } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

export function matchSetting({ name, word, frame }: Setting, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('setting').flatMap(row => {
    const { value } = word;
    if (value === '' || row.match.name !== name || (row.match.value && !row.match.value.test(value ?? ''))) return [];
    const range = value ? locate(word, 0, value.length) : undefined;
    const choices = row.replacement.kind === 'choose' && range ? row.replacement.to : [];
    const fixes = choices.flatMap(to => {
      const edits = new EditBuilder().replace(word.source, range!, to).finish();
      const title = `Replace with \`${to}\` (check which version you want)`;
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
