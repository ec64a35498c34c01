/** Unit files that name the old service in a directive, or belong to it. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import type { Safety } from '../catalogue/row.ts';
import { newUnits } from '../catalogue/service-names.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { type Directive, listItems } from '../syntax/unit.ts';
import type { UnitFile, UnitReference } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

type UnitRow = RowOf<'unit'>;
type Item = ReturnType<typeof listItems>[number];

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

export function matchUnitReference({ directive, lists, unit, frame }: UnitReference, catalogue: Catalogue): Match[] {
  const items = listItems(directive.value);
  const row = rowsAbout(directive.name, catalogue).find(({ match }) =>
    items.some(({ text }) => match.units?.includes(text)),
  );
  if (!row) return [];
  const isNew = newUnits.some(name => unit === `${name}.service`);
  // The new services' own units name the old one where they mean it, as in `Conflicts=`, but not where it makes them fail.
  if (isNew && directive.name !== 'Alias' && row.effect !== 'fails') return [];
  // One list names both, and what is not there does no harm in it.
  const isBeside = newUnits.some(name => lists.get(directive.name)?.has(`${name}.service`));
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
      // The two services do not wait for themselves.
      fixes:
        isBeside || isNew ? [] : [...replaced(row, directive, first, extra), ...weakened(row, directive, items, lists)],
      notes: [],
      frame,
      action: 'unit',
    },
  ];
}

function replaced(row: UnitRow, { value }: Directive, first: Range, extra: readonly Range[]): readonly Fix[] {
  return choices(row).flatMap((to, index) => {
    const edits = new EditBuilder().replace(value, first, to);
    for (const { start, end } of extra)
      edits.replace(value, { start: value.text.slice(0, start).trimEnd().length, end }, '');
    return fix(row, to, index, edits);
  });
}

/** Where nothing else is asked for: the unit comes up on devices that lack the services, too. */
function weakened(
  { match: { weaker, units = [] } }: UnitRow,
  { nameRange, value }: Directive,
  items: readonly Item[],
  lists: UnitReference['lists'],
): readonly Fix[] {
  const isOnly = items.every(({ text }) => units.includes(text));
  // What another directive lists would be deliberate beside the new ones.
  if (weaker === undefined || !isOnly || units.some(unit => lists.get(weaker)?.has(unit))) return [];
  const to = newUnits.map(name => `${name}.service`).join(' ');
  const range = { start: items[0]!.start, end: items.at(-1)!.end };
  const listed = new EditBuilder().replace(value, range, to).finish();
  if (!listed) return [];
  const edits = [{ ...nameRange, newText: weaker }, ...listed];
  return [
    { title: `Replace with \`${weaker}=${to}\`, which lets this unit start without them`, safety: 'review', edits },
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
