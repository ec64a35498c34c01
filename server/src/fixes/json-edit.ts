/** Edits of JSON: a member taken out with its comma, leaving the object tidy; a comment taken out with its line. */
import type { Range } from '../syntax/fragment.ts';
import type { JsonTree, JsonValue } from '../syntax/json.ts';
import { lineAround } from '../syntax/line.ts';
import { EditBuilder } from './fix.ts';

/** `member` is one of those of `parent`. */
export function removeMember({ source }: JsonTree, parent: JsonValue, member: Range): EditBuilder {
  const { text } = source;
  const index = parent.members.findIndex(({ start }) => start === member.start);
  const previous = parent.members[index - 1];
  const next = parent.members[index + 1];
  const edits = new EditBuilder();
  if (next) {
    const between = text.slice(member.end, next.start);
    // What else stands before the next member, a comment, belongs to that one.
    const end = /^\s*,\s*$/.test(between) ? next.start : member.end + between.indexOf(',') + 1;
    return edits.replace(source, { start: member.start, end }, '');
  }
  if (previous) return edits.replace(source, { start: previous.end, end: member.end }, '');
  return edits.replace(source, { start: parent.start + 1, end: member.end }, '');
}

/** With its whole line when nothing else stands there, else with the white space before it. */
export function removeComment({ source }: JsonTree, comment: Range): EditBuilder {
  const { text } = source;
  const { start: lineStart } = lineAround(text, comment.start);
  const before = text.slice(lineStart, comment.start);
  const after = /^[ \t]*\r?\n/.exec(text.slice(comment.end));
  if (before.trim() === '' && after) {
    return new EditBuilder().replace(source, { start: lineStart, end: comment.end + after[0].length }, '');
  }
  return new EditBuilder().replace(source, { start: lineStart + before.trimEnd().length, end: comment.end }, '');
}
