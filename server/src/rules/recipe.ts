/** Variables, overrides, conditions and layers of Yocto that name what meta-mender renamed. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { listItems } from '../languages/unit/unit.ts';
import { anyCaseKeyword } from '../mender/keywords.ts';
import { newClientPackages } from '../mender/package-names.ts';
import {
  clientOverride,
  clientRecipe,
  clientRecipeFile,
  newFeature,
  preferredVersion,
} from '../mender/recipe-names.ts';
import { ownLayers } from '../mender/recipes.ts';
import { isBefore, type YoctoRelease, yoctoReleases } from '../mender/yocto.ts';
import type { Range } from '../text/fragment.ts';
import type { RecipeCondition, RecipeLayer, RecipeVariable } from '../usage/usage.ts';
import type { Match, Occurrence, RuleContext } from './occurrence.ts';
import { asFix, featureFixes, fixes, type Place } from './recipe-fixes.ts';
import { actionOf, found, matchAt, namePlace, type RecipeRule, type VariableMatch } from './recipe-match.ts';
import { oldSyntaxOf } from './recipe-syntax.ts';
import { isRightVersion, whyTooOld } from './recipe-version.ts';

export function matchRecipeVariable(usage: RecipeVariable, context: RuleContext): Occurrence[] {
  if (ownLayers.test(usage.path)) return [];
  const occurrences: Occurrence[] = context.catalogue
    .rulesOf('recipe')
    .flatMap(rule => matchesOf(rule, usage, context));
  // Values for the new recipe are no reason to keep the old one, unless nothing is wrong with it.
  if (occurrences.length > 0) return occurrences;
  const { branchContext } = usage;
  if (isNewName(usage)) return [{ kind: 'reference', actionKey: actionOf(usage.assignment.name), branchContext }];
  return namesNewPackage(usage) ? [{ kind: 'reference', actionKey: PACKAGES, branchContext }] : [];
}

export function matchRecipeCondition(
  { source, start, end, path, branchContext, variable }: RecipeCondition,
  context: RuleContext,
): Occurrence[] {
  if (ownLayers.test(path)) return [];
  const text = source.text.slice(start, end);
  const actionKey = actionOf(text);
  const place: Place = { source, range: { start, end }, use: text };
  const matches = context.catalogue.rulesOf('recipe').flatMap(rule => {
    if (rule.match.part === 'condition') return conditionMatches(rule, rule.match, place, context, variable);
    return rule.match.part === 'old-syntax' ? syntaxMatches(rule, rule.match, place, nameOf(path), context) : [];
  });
  if (matches.length > 0) return matches.map(match => ({ ...match, branchContext, actionKey }));
  return newFeature.test(text) ? [{ kind: 'reference', actionKey, branchContext }] : [];
}

/** As with `BBLAYERS`, where the repository is the folder. */
export function matchRecipeLayer(
  { source, range, name, repository, branchContext }: RecipeLayer,
  { catalogue }: RuleContext,
): Match[] {
  return catalogue.rulesOf('recipe').flatMap(rule => {
    const { match } = rule;
    const isMeant = match.part === 'file' && match.within === repository && match.names.includes(name);
    return isMeant ? [{ ...matchAt(rule, { source, range, use: name }, []), branchContext }] : [];
  });
}

function matchesOf(rule: RecipeRule, usage: RecipeVariable, context: RuleContext): Match[] {
  const { match } = rule;
  if (match.part === 'path' || match.part === 'folder') return [];
  if (match.part === 'series') return seriesMatches(rule, match.names, usage);
  if (match.part === 'old-syntax') {
    const about = `${nameOf(usage.path)}\n${usage.assignment.value.text}`;
    return syntaxMatches(rule, match, namePlace(usage), about, context).map(found => ({
      ...found,
      branchContext: usage.branchContext,
    }));
  }
  if (!concerns(match, usage)) return [];
  switch (match.part) {
    case 'name':
      return match.names.flatMap(name => nameMatches(rule, match, name, usage, context));
    case 'override':
      return match.names.flatMap(name => overrideMatch(rule, name, usage));
    case 'condition':
      return conditionMatches(rule, match, namePlace(usage), context).map(found => ({
        ...found,
        branchContext: usage.branchContext,
        actionKey: actionOf(usage.assignment.name),
      }));
    case 'item':
    case 'file':
      return itemMatches(rule, match, usage);
  }
}

function nameMatches(
  rule: RecipeRule,
  { versions, oldest, set }: VariableMatch,
  name: string,
  usage: RecipeVariable,
  context: RuleContext,
): Match[] {
  if (!isVariable(usage, name)) return [];
  const { yocto = [] } = context;
  const written = usage.assignment.value.text.trim();
  if (set && written === '') return [];
  if (rule.replacement.kind === 'rewrite')
    return found(rule, namePlace(usage), usage, versionFixes(rule.replacement.to, name, usage, context));
  if (!oldest) return isRightVersion(versions?.[name], written) ? [] : found(rule, namePlace(usage), usage);
  const noFix = whyGone(written, oldest, name, yocto);
  return noFix === undefined ? [] : found(rule, namePlace(usage), usage).map(match => ({ ...match, noFix }));
}

/** Where no release is known, it is gone when all are too new. */
function whyGone(
  written: string,
  oldest: NonNullable<VariableMatch['oldest']>,
  name: string,
  yocto: readonly YoctoRelease[],
): string | undefined {
  const reasonOf = (releases: readonly YoctoRelease[]) =>
    whyTooOld(written, releases, release => oldest[release][name]);
  if (yocto.length > 0) return reasonOf(yocto);
  const reasons = yoctoReleases.map(({ name: release }) => reasonOf([release]));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** The variable of the new recipe, and the version that the target needs. */
function versionFixes(
  to: string,
  name: string,
  { assignment: { source, nameRange, value } }: RecipeVariable,
  { catalogue, target, yocto = [] }: RuleContext,
): readonly Fix[] {
  const version = `${target}.%`;
  const isGone = catalogue.rulesOf('recipe').some(({ match }) => {
    const oldest = 'oldest' in match ? match.oldest : undefined;
    return oldest && whyTooOld(version, yocto, release => oldest[release][to]) !== undefined;
  });
  if (isGone || !/^[ \t]*[\d.]+%?[ \t]*$/.test(value.text)) return [];
  const edits = new EditBuilder()
    .replace(source, { start: nameRange.start, end: nameRange.start + name.length }, to)
    .replace(value, { start: 0, end: value.text.length }, version);
  return asFix(`Replace with \`${to} = "${version}"\``, 'review', edits);
}

/** One finding for the whole list, unless it contains something else. */
function seriesMatches(rule: RecipeRule, names: readonly string[], usage: RecipeVariable): Match[] {
  const { name, value } = usage.assignment;
  const items = listItems(value);
  const isOld = items.length > 0 && items.every(({ text }) => names.includes(text));
  if (!isOld || !name.startsWith('LAYERSERIES_COMPAT_')) return [];
  const range = { start: items[0]!.start, end: items.at(-1)!.end };
  return found(rule, { source: value, range, use: value.text.trim() }, usage);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `about` says whether it belongs to Mender, where the name does not. */
function syntaxMatches(
  rule: RecipeRule,
  { of }: Extract<RecipeRule['match'], { part: 'old-syntax' }>,
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
  return [{ ...matchAt(rule, place, asFix(`Write \`${to}\``, 'review', builder)), to }];
}

function concerns({ variables, except, notIn, ofClient }: VariableMatch, usage: RecipeVariable): boolean {
  if (notIn?.test(usage.path)) return false;
  if (variables && !variables.some(name => isVariable(usage, name))) return false;
  if (except?.some(name => isVariable(usage, name))) return false;
  return !ofClient || belongsToClient(usage);
}

/** The variable itself, with or without overrides: these are in lower case, after `:` or, before 3.4, `_`. */
function isVariable({ assignment: { name } }: RecipeVariable, variable: string): boolean {
  if (!name.startsWith(variable)) return false;
  return /^(?:$|:|_(?=[a-z0-9$]))/.test(name.slice(variable.length));
}

/** In an append of the client's recipe, or with an override for it. */
function belongsToClient({ assignment: { name }, path }: RecipeVariable): boolean {
  return clientOverride.test(name) || (!/[:_]pn-/.test(name) && clientRecipeFile.test(path));
}

function overrideMatch(rule: RecipeRule, recipe: string, usage: RecipeVariable): Match[] {
  const { name, nameRange, source } = usage.assignment;
  const at = overrideOf(name, recipe);
  if (at === undefined) return [];
  const start = nameRange.start + at;
  const range = { start, end: start + recipe.length };
  return found(rule, { source, range, use: name }, usage, fixes(rule, { source, range, use: recipe }));
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
  rule: RecipeRule,
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
    if (!elsewhere) return [matchAt(rule, place, fixes(rule, place))];
    // Other words of the list are features of the distribution, which did not change.
    const fixed = use.trim() === name ? featureFixes(rule, place, elsewhere) : [];
    const noFix = `${from} has no features of Mender: ask ${elsewhere.to} for it`;
    return [{ ...matchAt(rule, place, fixed), noFix: fixed.length === 0 ? noFix : undefined }];
  });
}

function itemMatches(
  rule: RecipeRule,
  { part, names, beside, within, taken }: VariableMatch,
  usage: RecipeVariable,
): Match[] {
  const { name, value } = usage.assignment;
  // Items that are removed from a list are another matter, but a renamed file stays in it.
  if (part === 'item' && /[:_]remove(?=$|[:_])/.test(name) !== (taken === true)) return [];
  const items = listItems(value);
  if (items.some(({ text }) => beside?.includes(text))) return [];
  return items.flatMap(item => {
    // `file://NAME;subdir=x`, `${bindir}/NAME`
    const name = part === 'file' ? item.text.replace(/;.*$/, '').replace(/^.*\//, '') : item.text;
    if (!names.includes(name) || (within && !item.text.includes(`/${within}/`))) return [];
    // `PACKAGE (>= 1.0)`: the constraint is for the package's old versions.
    const constraint = /^[ \t]*\([^()]*\)/.exec(value.text.slice(item.end))?.[0].length ?? 0;
    const whole: Place = { source: value, range: { start: item.start, end: item.end + constraint }, use: item.text };
    const matches = found(rule, { ...whole, range: item }, usage, fixes(rule, whole, usage));
    return taken ? matches.map(match => ({ ...match, actionKey: PACKAGES })) : matches;
  });
}

/** An action on the packages of the client: a file that has it for the new ones means all of them. */
const PACKAGES = 'recipe:packages';

function namesNewPackage({ assignment: { name, value } }: RecipeVariable): boolean {
  return (
    /INSTALL|RDEPENDS|RRECOMMENDS/.test(name) && listItems(value).some(({ text }) => newClientPackages.includes(text))
  );
}

function isNewName({ assignment: { name } }: RecipeVariable): boolean {
  return overrideOf(name, clientRecipe) !== undefined || preferredVersion.test(name) || newFeature.test(name);
}
