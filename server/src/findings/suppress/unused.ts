/** Directives, or names in them, that suppress nothing. */

import type { Edit } from '../../fixes/fix.ts';
import type { Catalogue } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';
import type { Match } from '../../rules/occurrence.ts';
import { append } from '../../text/append.ts';
import type { Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import type { Directive } from './directives.ts';
import type { Scope } from './scopes.ts';

export function unusedNames(
  text: string,
  scopes: readonly Scope[],
  used: ReadonlySet<Scope>,
  { catalogue, isChecked }: { readonly catalogue: Catalogue; readonly isChecked: (rule: Rule) => boolean },
): Match[] {
  const rule = catalogue.rulesOf('suppression').find(({ match }) => match.defect === 'unused');
  if (!rule) return [];
  const byDirective = new Map<Directive, Scope[]>();
  for (const scope of scopes) append(byDirective, scope.directive, scope);
  return [...byDirective].flatMap(([directive, all]) => {
    const unused = all.filter(scope => !isUsed(scope, used) && isChecked(scope.rule));
    // A directive for a rule that is off, or does not exist, may be used elsewhere, or once it is corrected.
    const wanted = directive.rules.length || all.filter(scope => isChecked(scope.rule)).length;
    if (unused.length === wanted) return [unusedComment(rule, text, directive)];
    return unused.flatMap(({ name }) => (name ? [unusedName(rule, directive, name)] : []));
  });
}

function isUsed(scope: Scope, used: ReadonlySet<Scope>): boolean {
  return scope.directive.kind === 'enable' ? scope.end > scope.start : used.has(scope);
}

function unusedComment(rule: Rule, text: string, { start, end }: Directive): Match {
  return unused(
    rule,
    text.slice(start, end),
    { start, end },
    'Remove the comment',
    withoutComment(text, { start, end }),
  );
}

function unusedName(rule: Rule, { rules }: Directive, name: Range & { readonly text: string }): Match {
  const index = rules.findIndex(({ start }) => start === name.start);
  const next = rules[index + 1];
  // With the comma on one side of it.
  const removed = next
    ? { start: name.start, end: next.start }
    : { start: rules[index - 1]?.end ?? name.start, end: name.end };
  return unused(rule, name.text, { start: name.start, end: name.end }, `Remove \`${name.text}\``, removed);
}

/** With its line, or with the blanks before it. */
function withoutComment(text: string, { start, end }: Range): Range {
  const line = lineAround(text, start);
  const before = text.slice(line.start, start);
  if (/^[ \t]*$/.test(before)) return { start: line.start, end: Math.min(line.end + 1, text.length) };
  return { start: line.start + before.trimEnd().length, end };
}

function unused(rule: Rule, use: string, { start, end }: Range, title: string, removed: Range): Match {
  const edit: Edit = { ...removed, newText: '' };
  return {
    kind: 'match',
    rule: rule,
    range: { start, end },
    use,
    fixes: [{ title, safety: 'review', edits: [edit] }],
    notes: [],
    branchContext: undefined,
    actionKey: 'suppression',
  };
}
