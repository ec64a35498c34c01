/** Recipes and appends by their own names, and the files and folders that are named after them. */
import { withoutGeneration } from '../mender/recipe-names.ts';
import { ownLayers } from '../mender/recipes.ts';
import { type Fragment, type Range, toDocument } from '../text/fragment.ts';
import type { RecipeFile } from '../usage/usage.ts';
import type { Match, Note, RuleContext } from './occurrence.ts';
import { fixes, type Place } from './recipe-fixes.ts';
import { matchAt, type RecipeRule, type VariableMatch } from './recipe-match.ts';

export function matchRecipeFile({ path, range, source }: RecipeFile, { catalogue }: RuleContext): Match[] {
  if (ownLayers.test(path)) return [];
  return catalogue.rulesOf('recipe').flatMap(rule => {
    if (rule.match.part === 'folder')
      return rule.match.pattern.test(path) ? folderMatches(rule, rule.match, source) : [];
    if (rule.match.part === 'file') return rule.match.notIn?.test(path) ? [] : foundMatches(rule, rule.match, source);
    const name = rule.match.part === 'path' ? rule.match.pattern.exec(path)?.[1] : undefined;
    if (name === undefined) return [];
    const notes = namedAfterRecipe(source);
    return [
      {
        kind: 'match' as const,
        rule: rule,
        range,
        use: name,
        fixes: [],
        notes,
        branchContext: undefined,
        actionKey: 'recipe',
      },
    ];
  });
}

/** Files that are named after the recipe, and must be renamed with it. */
function namedAfterRecipe(source: Fragment): Note[] {
  const names = source.text.matchAll(/(?:file:\/\/|\/)[\w.+~-]*\$\{B?PN\}[\w.+-]*[\w+-]/g);
  return [...names].map(({ 0: name, index }) => ({
    range: toDocument(source, { start: index, end: index + name.length }),
    message: `\`${name}\` is another file once the recipe has another name.`,
  }));
}

/** In tasks, and elsewhere where a fetched file is named with its folder; a file that is created there exists. */
function folderMatches(rule: RecipeRule, { variable }: { readonly variable: string }, source: Fragment): Match[] {
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
          ...matchAt(rule, place, fixes(rule, place)),
          range: toDocument(source, { start: index, end: index + use.length }),
        },
      ];
    },
  );
}

/**
 * Files of the client's recipe that were renamed and that a task names once: the client does not read a file that is
 * written there, and a file that is read there does not exist.
 */
function foundMatches(rule: RecipeRule, { names, foundIn = [] }: VariableMatch, source: Fragment): Match[] {
  const { text } = source;
  const fetched = text.replace(/^[ \t]*\w{1,80}[:_]remove[^"']*(?:"[^"]*"|'[^']*')/gm, '');
  return names.flatMap(name => {
    const places = foundIn.flatMap(variable => placesOf(`\${${variable}}/${name}`, text));
    const isForBoth = text.includes(`/${withoutGeneration(name)}`);
    if (places.length !== 1 || isForBoth || fetched.includes(`file://${name}`)) return [];
    return [matchAt(rule, { source, range: places[0]!, use: name }, [])];
  });
}

/** Where a text is a whole word, outside of comments. */
function placesOf(word: string, text: string): readonly Range[] {
  const places: Range[] = [];
  for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    const isComment = /^[ \t]*#/.test(text.slice(text.lastIndexOf('\n', start) + 1, start));
    if (!isComment && !/[\w.-]/.test(text[end] ?? '')) places.push({ start, end });
  }
  return places;
}
