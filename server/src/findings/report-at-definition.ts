/**
 * Calls through a variable, such as `$MENDER commit`. The binary is named once, where the variable gets its value: the
 * finding is shown there, once, and fixed if one name fits all calls.
 */
import type { Edit, Fix } from '../fixes/fix.ts';
import { quoteWord } from '../languages/shell/shell-word.ts';
import type { Match } from '../rules/occurrence.ts';
import { append } from '../text/append.ts';
import { toDocument } from '../text/fragment.ts';

export function reportAtDefinition(matches: readonly Match[]): Match[] {
  const direct: Match[] = [];
  const groups = new Map<number, Match[]>();
  for (const match of matches) {
    if (match.indirection) append(groups, match.range.start, match);
    else direct.push(match);
  }
  return [...direct, ...[...groups.values()].flatMap(merged)];
}

function merged(group: readonly Match[]): Match[] {
  const [first] = group.toSorted((a, b) => Number(a.isProbe ?? false) - Number(b.isProbe ?? false));
  const together = inOneGo(first!, group);
  if (!together) return group.map(atUse);
  const [best] = first!.fixes;
  const title = `${best!.title} (check every use of \`${first!.indirection!.definition.name}\`)`;
  return [{ ...first!, fixes: [{ title, safety: 'review', edits: together }] }];
}

/** Edits if all uses need the same replacement of the definition: that, and the other edits of each. */
function inOneGo(first: Match, group: readonly Match[]): readonly Edit[] | undefined {
  const [wanted] = first.fixes;
  if (!wanted) return undefined;
  const atDefinition = (fix: Fix) => JSON.stringify(fix.edits.filter(edit => isAt(edit, first)));
  const definition = atDefinition(wanted);
  if (definition === '[]') return undefined;
  const chosen = group.map(({ fixes, isProbe }) =>
    (isProbe ? fixes : fixes.slice(0, 1)).find(fix => atDefinition(fix) === definition),
  );
  if (!chosen.every(fix => fix !== undefined)) return undefined;
  const others = chosen.flatMap(fix => fix.edits.filter(edit => !isAt(edit, first)));
  const edits = [...wanted.edits.filter(edit => isAt(edit, first)), ...others];
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function isAt(edit: Edit, { range }: Match): boolean {
  return edit.start >= range.start && edit.end <= range.end;
}

/** Shown at the call instead, where the variable can be replaced by the program that this call needs. */
function atUse(match: Match): Match {
  const { use, alternatives } = match.indirection!;
  const range = toDocument(use.source, use);
  const [best] = match.fixes;
  const [value] = alternatives;
  if (!best || !match.program || alternatives.length !== 1 || !/^\S+$/.test(value!))
    return { ...match, range, fixes: [] };
  const program = quoteWord(value!.slice(0, value!.lastIndexOf('/') + 1) + match.program);
  const written = use.source.write(program, use.start);
  const atCall = best.edits.filter(edit => !isAt(edit, match));
  const edits =
    written === undefined ? [] : [{ ...range, newText: written }, ...atCall].toSorted((a, b) => a.start - b.start);
  const fix: Fix = {
    title: `Replace \`$${match.indirection!.definition.name}\` with \`${match.program}\``,
    safety: 'review',
    edits,
  };
  return { ...match, range, fixes: edits.length > 0 ? [fix] : [] };
}
