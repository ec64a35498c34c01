/** Python in recipes: which variables it tests, and what it sets them to. All else is ignored. */

import { type Fragment, type Range, slice } from '../../text/fragment.ts';
import type { EmbeddedAssignment, EmbeddedCondition } from '../embedded.ts';
import type { Line } from './bitbake-line.ts';

/**
 * `bb.utils.contains('VARIABLE', 'words', ...)` and similar functions, and those that say whether a feature is enabled.
 */
const asked =
  /(?:\bbb\.utils\.contains(?:_any)?\(\s*(?<quote>["'])(?<variable>\w+)\k<quote>\s*,\s*|_is_enabled\(\s*)(["'])(?<words>[^"']*)\3/dg;

/** `"word" in d.getVar("VARIABLE")` */
const lookedFor =
  /(["'])(?<words>[\w.+-]+)\1\s+(?:not\s+)?in\s+\(?\s*d\.getVar\(\s*(?<quote>["'])(?<variable>\w+)\k<quote>/dg;

/** BitBake, "Functions You Can Call From Within Python": `d.appendVar("VARIABLE", "value")`. */
const set =
  /\bd\.(?:set|append|prepend)Var\(\s*(["'])(?<name>[\w.+~:${}/-]+)\1\s*,\s*(["'])(?<value>(?:(?!\3)[^\\\n])*)\3\s*\)/dg;

/** BBHandler.py: a function without a name. */
export function isAnonymousPython(name: string): boolean {
  return name === '__anonymous';
}

/** The words that Python looks for, and the variable that it searches; offsets from `start` on. */
export function testsIn(python: string, start: number): readonly (Range & { readonly variable?: Range })[] {
  return [asked, lookedFor]
    .flatMap(pattern => [...python.matchAll(pattern)])
    .map(({ indices }) => {
      const place = (name: string): Range | undefined => {
        const found = indices?.groups?.[name];
        return found && { start: start + found[0], end: start + found[1] };
      };
      const variable = place('variable');
      return { ...place('words')!, ...(variable && { variable }) };
    });
}

export function pythonParts(
  source: Fragment,
  lines: readonly Line[],
  list: object,
  index: number,
): (EmbeddedCondition | EmbeddedAssignment)[] {
  return lines.flatMap(line => {
    if (/^[ \t]*#/.test(line.text)) return [];
    return [
      ...testsIn(line.text, line.start).map(question => ({
        kind: 'condition' as const,
        source,
        ...question,
        list,
        index,
      })),
      ...[...line.text.matchAll(set)].map(({ indices, index: at, 0: call }) =>
        assignmentOf(source, line, { at, length: call.length, groups: indices!.groups! }, { list, index }),
      ),
    ];
  });
}

function assignmentOf(
  source: Fragment,
  line: Line,
  call: { readonly at: number; readonly length: number; readonly groups: Record<string, [number, number]> },
  place: { readonly list: object; readonly index: number },
): EmbeddedAssignment {
  const rangeOf = (name: string): Range => {
    const [start, end] = call.groups[name]!;
    return { start: line.start + start, end: line.start + end };
  };
  const nameRange = rangeOf('name');
  const value = slice(source, rangeOf('value'));
  const start = line.start + call.at;
  return {
    kind: 'assignment',
    assignment: {
      name: source.text.slice(nameRange.start, nameRange.end),
      nameRange,
      source,
      value: { ...value, write: (text, at) => (/["'\\\r\n]/.test(text) ? undefined : value.write(text, at)) },
      start,
      end: start + call.length,
    },
    ...place,
  };
}
