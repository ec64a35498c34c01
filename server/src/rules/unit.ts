/** Unit files that name the old service in a directive, or belong to it. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { type Directive, listItems } from '../languages/unit/unit.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import type { Safety } from '../mender/rule.ts';
import { newUnits } from '../mender/service-names.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import type { UnitFile, UnitReference } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

type UnitRule = RuleOf<'unit'>;
type Item = ReturnType<typeof listItems>[number];

/**
 * How a directive of any section names units: a list of them, or one, and whether another one may be named without a
 * review.
 */
export function unitsNamedBy(
  directive: string,
  catalogue: Catalogue,
): { readonly isList: boolean; readonly isNeeded: boolean; readonly safety: Safety } | undefined {
  const rule = rulesAbout(directive, catalogue)[0];
  if (rule?.replacement.kind !== 'choose') return undefined;
  return {
    isList: rule.replacement.to.some(to => to.includes(' ')),
    isNeeded: rule.effect === 'fails',
    safety: rule.replacement.safety,
  };
}

function rulesAbout(directive: string, catalogue: Catalogue): readonly UnitRule[] {
  return catalogue.rulesOf('unit').filter(({ match }) => match.directives?.includes(directive));
}

export function matchUnitReference(
  { directive, lists, unit, branchContext }: UnitReference,
  catalogue: Catalogue,
): Match[] {
  const items = listItems(directive.value);
  const rule = rulesAbout(directive.name, catalogue).find(({ match }) =>
    items.some(({ text }) => match.units?.includes(text)),
  );
  if (!rule) return [];
  const isNew = newUnits.some(name => unit === `${name}.service`);
  // The new services' own units name the old one on purpose, as in `Conflicts=`, but not where it makes them fail.
  if (isNew && directive.name !== 'Alias' && rule.effect !== 'fails') return [];
  // One list names both, and a missing unit does no harm in it.
  const isBeside = newUnits.some(name => lists.get(directive.name)?.has(`${name}.service`));
  if (isBeside && rule.effect !== 'fails') return [];
  const [first, ...extra] = items.filter(({ text }) => rule.match.units?.includes(text));
  if (!first) return [];
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(directive.value, first),
      use: `${directive.name}=${first.text}`,
      ...(rule.replacement.kind === 'choose' ? { to: rule.replacement.to[0]! } : {}),
      noFix: isBeside ? 'leave it out, the new one is there already' : undefined,
      // The two services do not wait for themselves.
      fixes:
        isBeside || isNew
          ? []
          : [...replaced(rule, directive, first, extra), ...weakened(rule, directive, items, lists)],
      notes: [],
      branchContext,
      actionKey: 'unit',
    },
  ];
}

function replaced(rule: UnitRule, { value }: Directive, first: Range, extra: readonly Range[]): readonly Fix[] {
  return choices(rule).flatMap((to, index) => {
    const edits = new EditBuilder().replace(value, first, to);
    for (const { start, end } of extra)
      edits.replace(value, { start: value.text.slice(0, start).trimEnd().length, end }, '');
    return fix(rule, to, index, edits);
  });
}

/** Only where nothing else is asked for: the unit then also starts on devices without the services. */
function weakened(
  { match: { weaker, units = [] } }: UnitRule,
  { nameRange, value }: Directive,
  items: readonly Item[],
  lists: UnitReference['lists'],
): readonly Fix[] {
  const isOnly = items.every(({ text }) => units.includes(text));
  // The same unit in another directive would look intentional next to the new ones.
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

function choices({ replacement }: UnitRule): readonly string[] {
  return replacement.kind === 'choose' ? replacement.to : [];
}

function fix({ replacement }: UnitRule, to: string, index: number, edits: EditBuilder): Fix[] {
  const finished = edits.finish();
  if (!finished || replacement.kind !== 'choose') return [];
  // A person makes any choice but the first.
  const safety = index === 0 ? replacement.safety : 'review';
  return [{ title: `Replace with \`${to}\``, safety, edits: finished }];
}

export function matchUnitFile({ role, unit, range }: UnitFile, catalogue: Catalogue): Match[] {
  return catalogue.rulesOf('unit').flatMap(rule => {
    if (rule.match.file !== role || !rule.match.units?.includes(unit)) return [];
    return [
      {
        kind: 'match' as const,
        rule,
        range,
        use: unit,
        fixes: [],
        notes: [],
        branchContext: undefined,
        actionKey: 'unit',
      },
    ];
  });
}
