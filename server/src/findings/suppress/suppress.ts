/** Removes the findings that comments of the document suppress, and reports comments that suppress nothing. */

import type { Document } from '../../languages/document.ts';
import { commentPlacesOf } from '../../languages/document-comments.ts';
import type { SourceReader } from '../../languages/program-strings/source-reader.ts';
import type { Catalogue } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';
import type { Match } from '../../rules/occurrence.ts';
import { directivesIn, MARK } from './directives.ts';
import { type Scope, scopesOf } from './scopes.ts';
import { unknownNames } from './unknown.ts';
import { unusedNames } from './unused.ts';

export interface Suppressible {
  readonly catalogue: Catalogue;
  /** Whether matches of a rule would be reported: if not, its suppression cannot be called unused. */
  readonly isChecked: (rule: Rule) => boolean;
  /** Custom rules, which can be named like all others. */
  readonly custom: readonly Rule[];
  readonly sources?: SourceReader | undefined;
}

/** `matches` are in the order of the text, as the result is. */
export function withoutSuppressed(
  document: Document,
  matches: readonly Match[],
  { isChecked, custom, catalogue, sources }: Suppressible,
): readonly Match[] {
  const { text } = document;
  const places = text.includes(MARK) ? commentPlacesOf(document, sources) : undefined;
  const directives = places ? directivesIn(text, places) : [];
  if (!places || directives.length === 0) return matches;
  const scopes = scopesOf(text, places, directives, { catalogue, custom });
  const used = new Set<Scope>();
  const kept = matches.filter(notCovered(scopes, used));
  const own = [
    ...unknownNames(directives, { catalogue, custom }),
    ...unusedNames(text, scopes, used, { catalogue, isChecked }),
  ];
  return [...kept, ...own].toSorted((a, b) => a.range.start - b.range.start);
}

/** For matches in the order of the text. Each scope that covers one is added to `used`. */
function notCovered(scopes: readonly Scope[], used: Set<Scope>): (match: Match) => boolean {
  let next = 0;
  let active: Scope[] = [];
  return ({ rule, range: { start } }) => {
    for (; next < scopes.length && scopes[next]!.start <= start; next++) active.push(scopes[next]!);
    active = active.filter(({ end }) => end > start);
    const covering = active.filter(scope => scope.rule === rule);
    for (const scope of covering) used.add(scope);
    return covering.length === 0;
  };
}
