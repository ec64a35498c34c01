/** Recipes, appends and configurations of Yocto that name what meta-mender renamed. */

import type { RowOf } from '../catalogue/catalogue.ts';
import { anyCaseKeyword } from '../catalogue/keywords.ts';
import {
  clientOverride,
  clientRecipe,
  clientRecipeFile,
  newFeature,
  preferredVersion,
  withoutGeneration,
} from '../catalogue/recipe-names.ts';
import { ownLayers } from '../catalogue/recipes.ts';
import { isBefore } from '../catalogue/yocto.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { type Fragment, type Range, toDocument } from '../syntax/fragment.ts';
import { listItems } from '../syntax/unit.ts';
import type { RecipeCondition, RecipeFile, RecipeLayer, RecipeVariable } from '../usage/usage.ts';
import { asFix, assignmentPlace, featureFixes, fixes, type Place } from './recipe-fixes.ts';
import { oldSyntaxOf } from './recipe-syntax.ts';
import { isRightVersion, whyTooOld } from './recipe-version.ts';
import type { Match, Note, RuleContext, Sighting } from './sighting.ts';

type RecipeRow = RowOf<'recipe'>;
type VariableMatch = Exclude<RecipeRow['match'], { part: 'path' | 'folder' | 'old-syntax' | 'series' }>;

export function matchRecipeVariable(usage: RecipeVariable, context: RuleContext): Sighting[] {
  if (ownLayers.test(usage.path)) return [];
  const sightings: Sighting[] = context.catalogue.rowsOf('recipe').flatMap(row => matchesOf(row, usage, context));
  // What is said of the new recipe is no reason to keep the old one, unless there is nothing wrong with it.
  return sightings.length === 0 && isNewName(usage)
    ? [{ kind: 'reference', action: actionOf(usage.assignment.name), frame: usage.frame }]
    : sightings;
}

export function matchRecipeCondition(
  { source, start, end, path, frame, variable }: RecipeCondition,
  context: RuleContext,
): Sighting[] {
  if (ownLayers.test(path)) return [];
  const text = source.text.slice(start, end);
  const action = actionOf(text);
  const place: Place = { source, range: { start, end }, use: text };
  const matches = context.catalogue.rowsOf('recipe').flatMap(row => {
    if (row.match.part === 'condition') return conditionMatches(row, row.match, place, context, variable);
    return row.match.part === 'old-syntax' ? syntaxMatches(row, row.match, place, nameOf(path), context) : [];
  });
  if (matches.length > 0) return matches.map(match => ({ ...match, frame, action }));
  return newFeature.test(text) ? [{ kind: 'reference', action, frame }] : [];
}

export function matchRecipeFile({ path, range, source }: RecipeFile, { catalogue }: RuleContext): Match[] {
  if (ownLayers.test(path)) return [];
  return catalogue.rowsOf('recipe').flatMap(row => {
    if (row.match.part === 'folder') return row.match.pattern.test(path) ? folderMatches(row, row.match, source) : [];
    const name = row.match.part === 'path' ? row.match.pattern.exec(path)?.[1] : undefined;
    if (name === undefined) return [];
    const notes = namedAfterRecipe(source);
    return [{ kind: 'match' as const, row, range, use: name, fixes: [], notes, frame: undefined, action: 'recipe' }];
  });
}

/** Files that are called after the recipe, and are called otherwise once that is. */
function namedAfterRecipe(source: Fragment): Note[] {
  const names = source.text.matchAll(/(?:file:\/\/|\/)[\w.+~-]*\$\{B?PN\}[\w.+-]*[\w+-]/g);
  return [...names].map(({ 0: name, index }) => ({
    range: toDocument(source, { start: index, end: index + name.length }),
    message: `\`${name}\` is another file once the recipe has another name.`,
  }));
}

/** As `BBLAYERS` has it, where the repository is the folder. */
export function matchRecipeLayer(
  { source, range, name, repository }: RecipeLayer,
  { catalogue }: RuleContext,
): Match[] {
  return catalogue.rowsOf('recipe').flatMap(row => {
    const { match } = row;
    const isMeant = match.part === 'file' && match.within === repository && match.names.includes(name);
    return isMeant ? [matchAt(row, { source, range, use: name }, [])] : [];
  });
}

function matchesOf(row: RecipeRow, usage: RecipeVariable, context: RuleContext): Match[] {
  const { match } = row;
  if (match.part === 'path' || match.part === 'folder') return [];
  if (match.part === 'series') return seriesMatches(row, match.names, usage);
  if (match.part === 'old-syntax') {
    const about = `${nameOf(usage.path)}\n${usage.assignment.value.text}`;
    return syntaxMatches(row, match, namePlace(usage), about, context).map(found => ({ ...found, frame: usage.frame }));
  }
  if (!concerns(match, usage)) return [];
  switch (match.part) {
    case 'name':
      return match.names.flatMap(name => nameMatches(row, match, name, usage, context));
    case 'override':
      return match.names.flatMap(name => overrideMatch(row, name, usage));
    case 'condition':
      return conditionMatches(row, match, namePlace(usage), context).map(found => ({
        ...found,
        frame: usage.frame,
        action: actionOf(usage.assignment.name),
      }));
    case 'item':
    case 'file':
      return itemMatches(row, match, usage);
  }
}

function nameMatches(
  row: RecipeRow,
  { versions, oldest }: VariableMatch,
  name: string,
  usage: RecipeVariable,
  context: RuleContext,
): Match[] {
  if (!isVariable(usage, name)) return [];
  const { yocto = [] } = context;
  const written = usage.assignment.value.text.trim();
  if (row.replacement.kind === 'rewrite')
    return found(row, namePlace(usage), usage, versionFixes(row.replacement.to, name, usage, context));
  if (!oldest) return isRightVersion(versions?.[name], written) ? [] : found(row, namePlace(usage), usage);
  const noFix = whyTooOld(written, yocto, release => oldest[release][name]);
  return noFix === undefined ? [] : found(row, namePlace(usage), usage).map(match => ({ ...match, noFix }));
}

/** The variable of the new recipe, and the version that the target asks for. */
function versionFixes(
  to: string,
  name: string,
  { assignment: { source, nameRange, value } }: RecipeVariable,
  { catalogue, target, yocto = [] }: RuleContext,
): readonly Fix[] {
  const version = `${target}.%`;
  const isGone = catalogue.rowsOf('recipe').some(({ match }) => {
    const oldest = 'oldest' in match ? match.oldest : undefined;
    return oldest && whyTooOld(version, yocto, release => oldest[release][to]) !== undefined;
  });
  if (isGone || !/^[ \t]*[\d.]+%?[ \t]*$/.test(value.text)) return [];
  const edits = new EditBuilder()
    .replace(source, { start: nameRange.start, end: nameRange.start + name.length }, to)
    .replace(value, { start: 0, end: value.text.length }, version);
  return asFix(`Replace with \`${to} = "${version}"\``, 'review', edits);
}

/** One finding for the whole list, as far as it says nothing else. */
function seriesMatches(row: RecipeRow, names: readonly string[], usage: RecipeVariable): Match[] {
  const { name, value } = usage.assignment;
  const items = listItems(value);
  const isOld = items.length > 0 && items.every(({ text }) => names.includes(text));
  if (!isOld || !name.startsWith('LAYERSERIES_COMPAT_')) return [];
  const range = { start: items[0]!.start, end: items.at(-1)!.end };
  return found(row, { source: value, range, use: value.text.trim() }, usage);
}

/** In tasks, and wherever else a file that was fetched is named with its folder; a file that is made there is there. */
function folderMatches(row: RecipeRow, { variable }: { readonly variable: string }, source: Fragment): Match[] {
  const { text } = source;
  const fetched = new Set([...text.matchAll(/file:\/\/([\w.+/-]+)/g)].map(([, name]) => name!));
  return [...text.matchAll(new RegExp(`\\$\\{${variable}\\}/([\\w.+/-]+)`, 'g'))].flatMap(
    ({ 0: use, 1: name, index }) => {
      const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
      if (!fetched.has(name!) || /^[ \t]*#|>[ \t]*["']?$/.test(before)) return [];
      const start = index + '${'.length;
      const place: Place = { source, range: { start, end: start + variable.length }, use };
      return [
        {
          ...matchAt(row, place, fixes(row, place)),
          range: toDocument(source, { start: index, end: index + use.length }),
        },
      ];
    },
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `about` says whether it is of Mender's, where the name does not. */
function syntaxMatches(
  row: RecipeRow,
  { of }: Extract<RecipeRow['match'], { part: 'old-syntax' }>,
  { source, range, use }: Place,
  about: string,
  { yocto = [] }: RuleContext,
): Match[] {
  if (yocto.length === 0 || !anyCaseKeyword.test(`${use}\n${about}`)) return [];
  const old = oldSyntaxOf(use);
  if (old?.kind !== of) return [];
  const inSource = ({ start, end }: Range): Range => ({ start: range.start + start, end: range.start + end });
  const builder = new EditBuilder();
  for (const separator of old.separators) builder.replace(source, inSource(separator), ':');
  const place = { source, range: inSource(old.range), use };
  const to = use.slice(old.range.start, old.range.end).replace('_', ':');
  return [{ ...matchAt(row, place, asFix(`Write \`${to}\``, 'review', builder)), to }];
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
  return clientOverride.test(name) || (!/[:_]pn-/.test(name) && clientRecipeFile.test(path));
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
  { names, moved, onlyMoved, until }: VariableMatch,
  { source, range, use }: Place,
  { yocto = [] }: RuleContext,
  variable?: Range,
): Match[] {
  const from = variable && source.text.slice(variable.start, variable.end);
  const elsewhere = variable && from !== undefined && moved?.from === from ? { variable, to: moved.to } : undefined;
  if (onlyMoved && !elsewhere) return [];
  return names.flatMap(name => {
    const at = new RegExp(`(?<=^|[:_\\s])${name}(?=$|[:_\\s])`).exec(use)?.index;
    const end = until?.[name];
    const holds = end !== undefined && yocto.length > 0 && yocto.every(release => isBefore(release, end));
    if (at === undefined || (holds && !elsewhere)) return [];
    const start = range.start + at;
    const place: Place = { source, range: { start, end: start + name.length }, use: name };
    if (!elsewhere) return [matchAt(row, place, fixes(row, place))];
    // Other words of the list are features of the distribution, as they were.
    const fixed = use.trim() === name ? featureFixes(row, place, elsewhere) : [];
    const noFix = `${from} has no features of Mender: ask ${elsewhere.to} for it`;
    return [{ ...matchAt(row, place, fixed), noFix: fixed.length === 0 ? noFix : undefined }];
  });
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
  return `recipe:${withoutGeneration(name).replaceAll('_', ':')}`;
}

function isNewName({ assignment: { name } }: RecipeVariable): boolean {
  return overrideOf(name, clientRecipe) !== undefined || preferredVersion.test(name) || newFeature.test(name);
}
