/** Recipes, appends and configurations of Yocto that name what meta-mender renamed. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { ownLayers } from '../catalogue/recipes.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { type Fragment, type Range, toDocument } from '../syntax/fragment.ts';
import { listItems } from '../syntax/unit.ts';
import type { RecipeCondition, RecipeFile, RecipeVariable } from '../usage/usage.ts';
import type { Match, Sighting } from './sighting.ts';

type RecipeRow = RowOf<'recipe'>;
type VariableMatch = Exclude<RecipeRow['match'], { part: 'path' }>;

/** A place in a text, and what stands there. */
interface Place {
  readonly source: Fragment;
  readonly range: Range;
  readonly use: string;
}

export function matchRecipeVariable(usage: RecipeVariable, catalogue: Catalogue): Sighting[] {
  if (ownLayers.test(usage.path)) return [];
  const sightings: Sighting[] = catalogue
    .rowsOf('recipe')
    .flatMap(row => (row.match.part === 'path' ? [] : matchesOf(row, row.match, usage)));
  // What is said of the new recipe is no reason to keep the old one, unless there is nothing wrong with it.
  return sightings.length === 0 && isNewName(usage)
    ? [{ kind: 'reference', action: actionOf(usage.assignment.name), frame: usage.frame }]
    : sightings;
}

export function matchRecipeCondition(
  { source, start, end, path, frame, variable }: RecipeCondition,
  catalogue: Catalogue,
): Sighting[] {
  if (ownLayers.test(path)) return [];
  const text = source.text.slice(start, end);
  const action = actionOf(text);
  const matches = catalogue
    .rowsOf('recipe')
    .flatMap(row =>
      row.match.part === 'condition'
        ? conditionMatches(row, row.match, { source, range: { start, end }, use: text }, variable)
        : [],
    );
  if (matches.length > 0) return matches.map(match => ({ ...match, frame, action }));
  return newFeature.test(text) ? [{ kind: 'reference', action, frame }] : [];
}

export function matchRecipeFile({ path, range }: RecipeFile, catalogue: Catalogue): Match[] {
  if (ownLayers.test(path)) return [];
  return catalogue.rowsOf('recipe').flatMap(row => {
    const name = row.match.part === 'path' ? row.match.pattern.exec(path)?.[1] : undefined;
    if (name === undefined) return [];
    return [
      { kind: 'match' as const, row, range, use: name, fixes: [], notes: [], frame: undefined, action: 'recipe' },
    ];
  });
}

function matchesOf(row: RecipeRow, match: VariableMatch, usage: RecipeVariable): Match[] {
  if (!concerns(match, usage)) return [];
  switch (match.part) {
    case 'name':
      return match.names.flatMap(name =>
        isVariable(usage, name) && !isRightVersion(match.versions?.[name], usage)
          ? found(row, namePlace(usage), usage)
          : [],
      );
    case 'override':
      return match.names.flatMap(name => overrideMatch(row, name, usage));
    case 'condition':
      return conditionMatches(row, match, namePlace(usage)).map(found => ({
        ...found,
        frame: usage.frame,
        action: actionOf(usage.assignment.name),
      }));
    case 'item':
    case 'file':
      return itemMatches(row, match, usage);
  }
}

/** `3.%` includes 3.0.0. What a variable stands for may be right. */
function isRightVersion(right: string | undefined, { assignment: { value } }: RecipeVariable): boolean {
  if (right === undefined) return false;
  const written = value.text.trim();
  if (!/^[\d.]+%?$/.test(written)) return true;
  return written.endsWith('%') ? right.startsWith(written.slice(0, -1)) : written === right;
}

function concerns({ variables, except, notIn, ofClient }: VariableMatch, usage: RecipeVariable): boolean {
  if (notIn?.test(usage.path)) return false;
  if (variables && !variables.some(name => isVariable(usage, name))) return false;
  if (except?.some(name => isVariable(usage, name))) return false;
  return !ofClient || belongsToClient(usage);
}

/** The variable itself, with or without overrides: these are written in lower case, behind `:` or, before 3.4, `_`. */
function isVariable({ assignment: { name } }: RecipeVariable, variable: string): boolean {
  if (!name.startsWith(variable)) return false;
  return /^(?:$|:|_(?=[a-z0-9$]))/.test(name.slice(variable.length));
}

/** In an append of the client's recipe, or with an override for it. */
function belongsToClient({ assignment: { name }, path }: RecipeVariable): boolean {
  return (
    /[:_]pn-mender(?:-client)?(?=$|[:_])/.test(name) ||
    (!/[:_]pn-/.test(name) && /(?:^|\/)mender(?:-client)?_[^/]*\.(?:bb|bbappend)$/.test(path))
  );
}

function namePlace({ assignment }: RecipeVariable): Place {
  return { source: assignment.source, range: assignment.nameRange, use: assignment.name };
}

function overrideMatch(row: RecipeRow, recipe: string, usage: RecipeVariable): Match[] {
  const { name, nameRange, source } = usage.assignment;
  const at = overrideOf(name, recipe);
  if (at === undefined) return [];
  const start = nameRange.start + at;
  const range = { start, end: start + recipe.length };
  return found(row, { source, range, use: name }, usage, fixes(row, { source, range, use: recipe }));
}

/** Where the recipe's name begins in `VARIABLE:pn-RECIPE`. */
function overrideOf(name: string, recipe: string): number | undefined {
  for (let at = name.indexOf(`pn-${recipe}`); at >= 0; at = name.indexOf(`pn-${recipe}`, at + 1)) {
    const next = name[at + 3 + recipe.length] ?? ':';
    if (/[:_]/.test(name[at - 1] ?? '') && /[:_]/.test(next)) return at + 3;
  }
  return undefined;
}

/** Overrides and features are words between `:`, `_` and blanks. */
function conditionMatches(
  row: RecipeRow,
  { names, moved, onlyMoved }: VariableMatch,
  { source, range, use }: Place,
  variable?: Range,
): Match[] {
  const from = variable && source.text.slice(variable.start, variable.end);
  const elsewhere = variable && from !== undefined && moved?.from === from ? { variable, to: moved.to } : undefined;
  if (onlyMoved && !elsewhere) return [];
  return names.flatMap(name => {
    const at = new RegExp(`(?<=^|[:_\\s])${name}(?=$|[:_\\s])`).exec(use)?.index;
    if (at === undefined) return [];
    const start = range.start + at;
    const place: Place = { source, range: { start, end: start + name.length }, use: name };
    if (!elsewhere) return [matchAt(row, place, fixes(row, place))];
    // Other words of the list are features of the distribution, as they were.
    const fixed = use.trim() === name ? featureFixes(row, place, elsewhere) : [];
    const noFix = `${from} has no features of Mender: ask ${elsewhere.to} for it`;
    return [{ ...matchAt(row, place, fixed), noFix: fixed.length === 0 ? noFix : undefined }];
  });
}

/** The variable is another one, too. */
function featureFixes(
  { replacement }: RecipeRow,
  { source, range }: Place,
  { variable, to }: { readonly variable: Range; readonly to: string },
): Fix[] {
  if (replacement.kind === 'rewrite') {
    const edits = new EditBuilder().replace(source, variable, to);
    return asFix(
      `Replace \`${source.text.slice(variable.start, variable.end)}\` with \`${to}\``,
      replacement.safety,
      edits,
    );
  }
  if (replacement.kind !== 'choose') return [];
  return replacement.to.flatMap(name =>
    asFix(
      `Replace with \`${name}\` of \`${to}\``,
      replacement.safety,
      new EditBuilder().replace(source, range, name).replace(source, variable, to),
    ),
  );
}

function itemMatches(row: RecipeRow, { part, names, beside, within }: VariableMatch, usage: RecipeVariable): Match[] {
  const { name, value } = usage.assignment;
  // Taking an old name off a list does no harm, but a file that is renamed stays on it.
  if (part === 'item' && /[:_]remove(?=$|[:_])/.test(name)) return [];
  const items = listItems(value);
  if (items.some(({ text }) => beside?.includes(text))) return [];
  return items.flatMap(item => {
    // `file://NAME;subdir=x`, `${bindir}/NAME`
    const name = part === 'file' ? item.text.replace(/;.*$/, '').replace(/^.*\//, '') : item.text;
    if (!names.includes(name) || (within && !item.text.includes(`/${within}/`))) return [];
    // `PACKAGE (>= 1.0)`: the constraint is one on the package's old versions.
    const constraint = /^[ \t]*\([^()]*\)/.exec(value.text.slice(item.end))?.[0].length ?? 0;
    const whole: Place = { source: value, range: { start: item.start, end: item.end + constraint }, use: item.text };
    return found(row, { ...whole, range: item }, usage, fixes(row, whole, usage));
  });
}

function fixes({ replacement }: RecipeRow, place: Place, usage?: RecipeVariable): Fix[] {
  switch (replacement.kind) {
    case 'none':
    case 'add':
      return [];
    case 'remove':
      return asFix(`Remove \`${place.use}\``, replacement.safety, removal(place, usage));
    case 'rewrite':
      return rewrite(place, replacement.to, replacement.safety);
    case 'choose':
      return replacement.to.flatMap(to => rewrite(place, to, replacement.safety));
  }
}

function rewrite({ source, range, use }: Place, name: string, safety: Fix['safety']): Fix[] {
  const to = use.endsWith('-native') ? `${name}-native` : name;
  return asFix(`Replace with \`${to}\``, safety, new EditBuilder().replace(source, range, to));
}

/** An item goes with the blanks before it, the only one leaves its variable behind. */
function removal({ source, range }: Place, usage: RecipeVariable | undefined): EditBuilder {
  if (!usage || source === usage.assignment.source) return new EditBuilder().replace(source, range, '');
  const before = source.text.slice(0, range.start);
  return new EditBuilder().replace(source, { start: before.trimEnd().length, end: range.end }, '');
}

function asFix(title: string, safety: Fix['safety'], builder: EditBuilder): Fix[] {
  const edits = builder.finish();
  const check = safety === 'review' ? ' (check the branch of meta-mender you build with)' : '';
  return edits ? [{ title: `${title}${check}`, safety, edits }] : [];
}

/** The whole assignment with its line end. */
function assignmentPlace({ assignment: { source, start, end, name } }: RecipeVariable): Place {
  const lineEnd = /^[ \t]*\r?\n?/.exec(source.text.slice(end))![0].length;
  return { source, range: { start, end: end + lineEnd }, use: name };
}

function found(row: RecipeRow, place: Place, usage: RecipeVariable, own?: readonly Fix[]): Match[] {
  const match = matchAt(row, place, own ?? fixes(row, assignmentPlace(usage), usage));
  return [{ ...match, frame: usage.frame, action: actionOf(usage.assignment.name) }];
}

function matchAt(row: RecipeRow, { source, range, use }: Place, fixes: readonly Fix[]): Match {
  return {
    kind: 'match',
    row,
    range: toDocument(source, range),
    use,
    fixes,
    notes: [],
    frame: undefined,
    action: 'recipe',
  };
}

/** The same for the old and the new recipe or feature: a file that says something for both is meant for both. */
function actionOf(name: string): string {
  return `recipe:${name.replace(/mender-(?:client|auth|update)/g, 'mender').replaceAll('_', ':')}`;
}

const newFeature = /(?:^|[:_\s])mender-(?:auth|update)-install(?=$|[:_\s])/;

function isNewName({ assignment: { name } }: RecipeVariable): boolean {
  return (
    overrideOf(name, 'mender') !== undefined ||
    /^PREFERRED_VERSION_mender(?=$|[:_])/.test(name) ||
    newFeature.test(name)
  );
}
