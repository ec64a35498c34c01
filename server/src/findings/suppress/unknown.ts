/** Words and names in directives that do not exist. */
import { findRow, rows, rowsOf } from '../../catalogue/catalogue.ts';
import { nearest } from '../../catalogue/nearest.ts';
import type { Row } from '../../catalogue/row.ts';
import type { Match } from '../../rules/sighting.ts';
import { type Directive, directiveKinds, type Named } from './directives.ts';

const [row] = rowsOf('suppression').filter(({ match }) => match.defect === 'unknown');

export function unknownNames(directives: readonly Directive[], extra: readonly Row[]): Match[] {
  return directives.flatMap(({ kind, word, rules }) => {
    if (kind === undefined) {
      const meant = nearest(word.text, directiveKinds);
      // What is not like any of ours is prose.
      return meant === undefined ? [] : [unknown(word, meant)];
    }
    return rules
      .filter(({ text }) => !findRow(text, extra))
      .map(name =>
        unknown(
          name,
          nearest(
            name.text,
            [...rows, ...extra].map(({ id }) => id),
          ),
        ),
      );
  });
}

function unknown({ text, start, end }: Named, meant: string | undefined): Match {
  const range = { start, end };
  return {
    kind: 'match',
    row: row!,
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
