/**
 * A command for one of two old services, next to the same command for the other: written for the new ones, it would be
 * there twice.
 */
import type { Invocation } from '../usage/usage.ts';
import { EditBuilder, type Fix } from './fix.ts';
import type { NameInWord } from './name-in-word.ts';
import { commandForBoth, type ServiceChoices } from './split-service.ts';

/**
 * Statements, as far as lines and semicolons separate them: two that differ only in a name are always separated
 * correctly.
 */
const separator = /[;\n]/;

/**
 * Removes the statement where its neighbour does the same for the service's first name, or already for the new ones.
 */
export function withoutSecond(invocation: Invocation, name: NameInWord, choices: ServiceChoices): Fix[] {
  const { source, command, context } = invocation;
  const { text } = source;
  const [first, ...others] = choices.names.old;
  const own = text.slice(name.range.start, name.range.end);
  if (name.word.source !== source || name.definition || context.place === 'directive' || !others.includes(own))
    return [];
  const start = statementStart(text, command.start);
  const end = statementEnd(text, command.end);
  const written = (changed: string) =>
    (text.slice(start, command.start) + changed + text.slice(command.end, end)).trim();
  const renamed = new EditBuilder().replace(source, name.range, first!).preview(source, command);
  const wanted = [renamed, commandForBoth(invocation, name, choices)].flatMap(each => (each ? [written(each)] : []));
  const before = start > 0 ? text.slice(statementStart(text, start - 1), start - 1).trim() : '';
  const after = end < text.length ? text.slice(end + 1, statementEnd(text, end + 1)).trim() : '';
  const isBefore = wanted.includes(before);
  if (!isBefore && !wanted.includes(after)) return [];
  // With the separator that is no longer needed, and the blanks of the line.
  const range = isBefore
    ? { start: start - 1, end }
    : { start: start + leading(text.slice(start, end)), end: end + 1 + leading(text.slice(end + 1)) };
  const edits = new EditBuilder().replace(source, range, '').finish();
  return edits
    ? [{ title: `Remove it: the same is done for \`${first}\` next to it`, safety: choices.safety, edits }]
    : [];
}

function statementStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !separator.test(text[start - 1]!)) start--;
  return start;
}

function statementEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !separator.test(text[end]!)) end++;
  return end;
}

function leading(text: string): number {
  return /^[ \t]*/.exec(text)![0].length;
}
