/**
 * Calls through a variable, such as `$MENDER commit`. The binary is named once, where the variable gets its value: there
 * the finding is shown, once, and fixed, if one name does for all calls.
 */
import type { Edit, Fix } from '../fixes/fix.ts';
import type { Match } from '../rules/sighting.ts';
import { toDocument } from '../syntax/fragment.ts';
import { quoteWord } from '../syntax/shell-word.ts';

export function byDefinition(matches: readonly Match[]): Match[] {
  const direct: Match[] = [];
  const groups = new Map<number, Match[]>();
  for (const match of matches) {
    if (!match.via) direct.push(match);
    else {
      const group = groups.get(match.range.start);
      if (group) group.push(match);
      else groups.set(match.range.start, [match]);
    }
  }
  return [...direct, ...[...groups.values()].flatMap(merged)];
}

function merged(group: readonly Match[]): Match[] {
  const [first] = group;
  const fixes = group.map(({ fixes: [best] }) => best);
  const edits = fixes.map(fix => JSON.stringify(fix?.edits ?? []));
  const agree = edits.every(edit => edit === edits[0]) && fixes[0] !== undefined;
  if (agree && fixes[0]!.edits.every(edit => isAt(edit, first!))) {
    return [
      {
        ...first!,
        fixes: [
          {
            ...fixes[0]!,
            safety: 'review',
            title: `${fixes[0]!.title} (check every use of \`${first!.via!.definition.name}\`)`,
          },
        ],
      },
    ];
  }
  return group.map(atUse);
}

function isAt(edit: Edit, { range }: Match): boolean {
  return edit.start >= range.start && edit.end <= range.end;
}

/** Shown at the call instead, where the variable can be replaced by the program that this call needs. */
function atUse(match: Match): Match {
  const { use, alternatives } = match.via!;
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
    title: `Replace \`$${match.via!.definition.name}\` with \`${match.program}\``,
    safety: 'review',
    edits,
  };
  return { ...match, range, fixes: edits.length > 0 ? [fix] : [] };
}
