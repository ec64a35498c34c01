/** Replacements in recipes and configurations of Yocto. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import { yoctoLayer } from '../mender/tool-names.ts';
import type { Fragment, Range } from '../text/fragment.ts';
import type { RecipeVariable } from '../usage/usage.ts';

type RecipeRule = RuleOf<'recipe'>;

/** A place in a text, and its content. */
export interface Place {
  readonly source: Fragment;
  readonly range: Range;
  readonly use: string;
}

/** The variable changes, too. */
export function featureFixes(
  { replacement }: RecipeRule,
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

export function fixes({ replacement }: RecipeRule, place: Place, usage?: RecipeVariable): Fix[] {
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

/** An item is deleted with the blanks before it, the only one with its variable. */
function removal({ source, range }: Place, usage: RecipeVariable | undefined): EditBuilder {
  if (!usage || source === usage.assignment.source) return new EditBuilder().replace(source, range, '');
  const before = source.text.slice(0, range.start);
  return new EditBuilder().replace(source, { start: before.trimEnd().length, end: range.end }, '');
}

export function asFix(title: string, safety: Fix['safety'], builder: EditBuilder): Fix[] {
  const edits = builder.finish();
  const check = safety === 'review' ? ` (check the branch of ${yoctoLayer} you build with)` : '';
  return edits ? [{ title: `${title}${check}`, safety, edits }] : [];
}

/** The whole assignment with its line end. */
export function assignmentPlace({ assignment: { source, start, end, name } }: RecipeVariable): Place {
  const lineEnd = /^[ \t]*\r?\n?/.exec(source.text.slice(end))![0].length;
  return { source, range: { start, end: end + lineEnd }, use: name };
}
