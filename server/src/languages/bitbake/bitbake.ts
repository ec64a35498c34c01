/**
 * BitBake recipes, appends, classes and configurations: assignments and shell tasks, read line by line as BitBake's own
 * ConfHandler and BBHandler do. Of Python only the tests and assignments of variables are read. Knows no variable's
 * meaning.
 */

import { Decoder, type Fragment, slice } from '../../text/fragment.ts';
import { masked } from '../../text/masked.ts';
import type { Assignment, Embedded, EmbeddedCondition } from '../embedded.ts';
import { pathsOf, programsNamed, withFolders } from './bitbake-folders.ts';
import type { Line } from './bitbake-line.ts';
import { isAnonymousPython, pythonParts, testsIn } from './bitbake-python.ts';

/** ConfHandler.py, `__config_regexp__`. */
const assignmentStart =
  /^(?:export[ \t]+)?([\w.+~:${}/-]+?)(?:\[[\w.+-]+\])?[ \t]*(?:\?\?=|\?=|:=|\+=|=\+|\.=|=\.|=)[ \t]*(["'])/;
const inheritStart = /^(inherit(?:_defer)?)[ \t]+/;
/** BBHandler.py, `__func_start_regexp__`. */
const functionStart = /^((?:(?:python|fakeroot)\b[ \t]*)*)([\w.+:${}/-]*)[ \t]*\([ \t]*\)[ \t]*\{[ \t]*$/;
const pythonFunctionStart = /^def[ \t]+\w+/;

/** `${@...}` is Python; BitBake inserts its value before the shell sees the text. */
const inlinePython = /\$\{@(?:[^{}]|\{[^{}]*\})*\}/g;

export function bitbakeParts(source: Fragment): Embedded[] {
  const lines = linesOf(source.text);
  const list = {};
  const parts: Embedded[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const task = functionStart.exec(line.text);
    if (task) {
      const end = endOfFunction(lines, at + 1);
      const body = { start: lines[at + 1]?.start ?? line.end, end: lines[end]?.start ?? source.text.length };
      const nameStart = line.start + task[1]!.length;
      const place = { list, index: parts.length };
      parts.push({ kind: 'condition', source, start: nameStart, end: nameStart + task[2]!.length, ...place });
      const inside = lines.slice(at + 1, end);
      if (task[1]!.includes('python') || isAnonymousPython(task[2]!))
        parts.push(...pythonParts(source, inside, list, parts.length));
      else if (body.end > body.start)
        parts.push(
          { kind: 'script', source: withFolders(masked(slice(source, body), inlinePython)) },
          ...programsNamed(source, inside),
          ...conditionsIn(source, inside, list, parts.length),
        );
      at = end + 1;
    } else if (pythonFunctionStart.test(line.text)) {
      const from = ++at;
      while (at < lines.length && /^(?:[ \t]|$)/.test(lines[at]!.text)) at++;
      parts.push(...pythonParts(source, lines.slice(from, at), list, parts.length));
    } else {
      const count = logicalLength(lines, at);
      const assignment = readAssignment(source, lines.slice(at, at + count));
      if (assignment) parts.push({ kind: 'assignment', assignment, list, index: parts.length });
      if (assignment) parts.push(...pathsOf(assignment));
      parts.push(...conditionsIn(source, lines.slice(at, at + count), list, parts.length));
      at += count;
    }
  }
  return parts;
}

/** What inline Python tests, outside of comments. */
function conditionsIn(source: Fragment, lines: readonly Line[], list: object, index: number): EmbeddedCondition[] {
  return lines.flatMap(line => {
    if (!line.text.includes('${@') || /^[ \t]*#/.test(line.text)) return [];
    return [...line.text.matchAll(inlinePython)].flatMap(({ 0: python, index: at }) =>
      testsIn(python, line.start + at).map(question => ({
        kind: 'condition' as const,
        source,
        ...question,
        list,
        index,
      })),
    );
  });
}

/** Lines without their ends and trailing blanks, as BitBake sees them. */
function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => {
    const content = line.trimEnd();
    return { start: index, end: index + content.length, text: content };
  });
}

/** The start of a line that no shell script has. */
const statementStart = /^(?:[\w:${}./+-]+[ \t]+(?:\?\??|[:+.])?=[+.]?[ \t]|(?:inherit|require|include|addtask)[ \t])/;

/** The line with the closing brace; without one, the line before the next statement of the recipe. */
function endOfFunction(lines: readonly Line[], from: number): number {
  let statement: number | undefined;
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at]!;
    if (text === '}') return at;
    if (functionStart.test(text)) return (statement ?? at) - 1;
    if (statementStart.test(text)) statement ??= at;
  }
  return statement === undefined ? lines.length : statement - 1;
}

/** How many lines trailing backslashes join into one. */
function logicalLength(lines: readonly Line[], from: number): number {
  let count = 1;
  while (from + count < lines.length && lines[from + count - 1]!.text.endsWith('\\')) count++;
  return count;
}

function readAssignment(source: Fragment, lines: readonly Line[]): Assignment | undefined {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const found = assignmentStart.exec(first.text) ?? inheritStart.exec(first.text);
  if (!found) return undefined;
  const [start, name, quote] = found;
  const decoder = new Decoder();
  const from = first.start + start!.length;
  const closed = quote !== undefined && last.text.endsWith(quote) && last.end > from;
  const end = closed ? last.end - 1 : last.end;
  for (const line of lines) {
    const begin = Math.max(line.start, from);
    const stop = line === last ? end : line.end - 1;
    if (stop > begin) decoder.copy(source.text.slice(begin, stop), begin);
  }
  const nameStart = first.start + start!.indexOf(name!);
  return {
    name: name!,
    nameRange: { start: nameStart, end: nameStart + name!.length },
    source,
    value: decoder.finish(source, { start: from, end }, text =>
      /[\r\n\\]/.test(text) || (quote !== undefined && text.includes(quote)) ? undefined : text,
    ),
    start: first.start,
    end: last.end,
  };
}
