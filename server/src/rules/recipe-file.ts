/** Recipes and appends by their own names, and the files and folders that they name by these. */
import { ownLayers } from '../catalogue/recipes.ts';
import { type Fragment, toDocument } from '../syntax/fragment.ts';
import type { RecipeFile } from '../usage/usage.ts';
import { fixes, type Place } from './recipe-fixes.ts';
import { matchAt, type RecipeRow } from './recipe-match.ts';
import type { Match, Note, RuleContext } from './sighting.ts';

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
