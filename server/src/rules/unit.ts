/** Unit files that name the old service in a directive, or belong to it. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import type { Safety } from '../catalogue/row.ts';
import { newUnits } from '../catalogue/service-names.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { listItems } from '../syntax/unit.ts';
import type { UnitFile, UnitReference } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

type UnitRow = RowOf<'unit'>;

/** How a directive of any section names units, if it does: a list of them, or one; and whether another one may be named without asking. */
export function unitsNamedBy(
  directive: string,
  catalogue: Catalogue,
): { readonly isList: boolean; readonly isNeeded: boolean; readonly safety: Safety } | undefined {
  const row = rowsAbout(directive, catalogue)[0];
  if (row?.replacement.kind !== 'choose') return undefined;
  return {
    isList: row.replacement.to.some(to => to.includes(' ')),
    isNeeded: row.effect === 'fails',
    safety: row.replacement.safety,
  };
}

function rowsAbout(directive: string, catalogue: Catalogue): readonly UnitRow[] {
  return catalogue.rowsOf('unit').filter(({ match }) => match.directives?.includes(directive));
}

export function matchUnitReference({ directive, listed, unit, frame }: UnitReference, catalogue: Catalogue): Match[] {
  const items = listItems(directive.value);
  const row = rowsAbout(directive.name, catalogue).find(({ match }) =>
    items.some(({ text }) => match.units?.includes(text)),
  );
  if (!row) return [];
  const isNew = newUnits.some(name => unit === `${name}.service`);
  // The new services' own units name the old one where they mean it, as in `Conflicts=`, but not where it makes them fail.
  if (isNew && directive.name !== 'Alias' && row.effect !== 'fails') return [];
  // One list names both, and what is not there does no harm in it.
  const isBeside = newUnits.some(name => listed.has(`${name}.service`));
  if (isBeside && row.effect !== 'fails') return [];
  const [first, ...extra] = items.filter(({ text }) => row.match.units?.includes(text));
  if (!first) return [];
  return [
    {
      kind: 'match',
      row,
      range: toDocument(directive.value, first),
      use: `${directive.name}=${first.text}`,
      ...(row.replacement.kind === 'choose' ? { to: row.replacement.to[0]! } : {}),
      noFix: isBeside ? 'leave it out, the new one is there already' : undefined,
      fixes: choices(row).flatMap((to, index) => {
        if (isBeside) return [];
        // The two services do not wait for themselves.
        if (isNew) return [];
        const edits = new EditBuilder().replace(directive.value, first, to);
        for (const { start, end } of extra) {
          edits.replace(directive.value, { start: directive.value.text.slice(0, start).trimEnd().length, end }, '');
        }
        return fix(row, to, index, edits);
      }),
      notes: [],
      frame,
      action: 'unit',
    },
  ];
}

function choices({ replacement }: UnitRow): readonly string[] {
  return replacement.kind === 'choose' ? replacement.to : [];
}

function fix({ replacement }: UnitRow, to: string, index: number, edits: EditBuilder): Fix[] {
  const finished = edits.finish();
  if (!finished || replacement.kind !== 'choose') return [];
  // Another choice than the first is one a person makes.
  const safety = index === 0 ? replacement.safety : 'review';
  return [{ title: `Replace with \`${to}\``, safety, edits: finished }];
}

export function matchUnitFile({ role, unit, range }: UnitFile, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('unit').flatMap(row => {
    if (row.match.file !== role || !row.match.units?.includes(unit)) return [];
    return [{ kind: 'match' as const, row, range, use: unit, fixes: [], notes: [], frame: undefined, action: 'unit' }];
  });
}
