/** Words and names in directives that do not exist. */
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { nearest } from '../../catalogue/nearest.ts';
import type { Row } from '../../catalogue/row.ts';
import type { Match } from '../../rules/sighting.ts';
import { type Directive, directiveKinds, type Named } from './directives.ts';

/** Where a name may come from. */
export interface KnownRows {
  readonly catalogue: Catalogue;
  /** Those of the project. */
  readonly extra: readonly Row[];
}

export function unknownNames(directives: readonly Directive[], { catalogue, extra }: KnownRows): Match[] {
  const row = catalogue.rowsOf('suppression').find(({ match }) => match.defect === 'unknown');
  if (!row) return [];
  return directives.flatMap(({ kind, word, rules }) => {
    if (kind === undefined) {
      const meant = nearest(word.text, directiveKinds);
      // What is not like any of ours is prose.
      return meant === undefined ? [] : [unknown(row, word, meant)];
    }
    return rules
      .filter(({ text }) => !catalogue.findRow(text, extra))
      .map(name =>
        unknown(
          row,
          name,
          nearest(
            name.text,
            [...catalogue.rows, ...extra].map(({ id }) => id),
          ),
        ),
      );
  });
}

function unknown(row: Row, { text, start, end }: Named, meant: string | undefined): Match {
  const range = { start, end };
  return {
    kind: 'match',
    row,
    range,
    use: text,
    to: meant === undefined ? 'one that `mender-lint rules` lists' : `\`${meant}\``,
    fixes:
      meant === undefined
        ? []
        : [{ title: `Replace with \`${meant}\``, safety: 'review', edits: [{ ...range, newText: meant }] }],
    notes: [],
    frame: undefined,
    action: 'suppression',
  };
}
