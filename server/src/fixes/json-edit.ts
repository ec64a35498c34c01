/** Edits of JSON: a member taken out with its comma, leaving the object tidy; a comment taken out with its line. */
import type { Range } from '../syntax/fragment.ts';
import type { JsonMember, JsonTree, JsonValue } from '../syntax/json.ts';
import { lineAround } from '../syntax/line.ts';
import { EditBuilder } from './fix.ts';

/**
 * `member` is one of those of `parent`. Comments stay, and so does a comma that was one too many. With it goes the comma on the side of a
 * member that stays, where there is one: then those that leave can be taken out in any choice.
 */
export function removeMember(
  tree: JsonTree,
  parent: JsonValue,
  member: JsonMember,
  leaving: ReadonlySet<JsonMember> = new Set(),
): EditBuilder {
  const { source } = tree;
  const { text } = source;
  const index = parent.members.indexOf(member);
  const previous = parent.members[index - 1];
  const next = parent.members[index + 1];
  const takesNext = !previous || parent.members.slice(index + 1).some(other => !leaving.has(other));
  const inside = { start: parent.start + 1, end: text[parent.end - 1] === '}' ? parent.end - 1 : parent.end };
  const edits = new EditBuilder();
  const from = previous?.end ?? inside.start;
  const to = next?.start ?? inside.end;
  const isPlain = [text.slice(from, member.start), text.slice(member.end, to)].every(around => /^[\s,]*$/.test(around));
  if (isPlain) {
    if (next && takesNext) return edits.replace(source, { start: member.start, end: to }, '');
    const comma = previous ? -1 : text.slice(member.end, to).indexOf(',');
    return edits.replace(source, { start: from, end: member.end + comma + 1 }, '');
  }
  const comma = takesNext ? commaIn(tree, member.end, to) : commaIn(tree, from, member.start);
  const isNext = comma !== undefined && text.slice(member.end, comma).trim() === '' && comma >= member.end;
  if (comma !== undefined && !isNext) edits.replace(source, { start: comma, end: comma + 1 }, '');
  return edits.replace(source, withLine(text, { start: member.start, end: isNext ? comma + 1 : member.end }), '');
}

/** Outside of comments. */
function commaIn({ source, problems }: JsonTree, from: number, to: number): number | undefined {
  const comments = problems.filter(({ kind, end, start }) => kind === 'comment' && end > from && start < to);
  for (let at = source.text.indexOf(',', from); at >= 0 && at < to; at = source.text.indexOf(',', at + 1)) {
    if (!comments.some(({ start, end }) => at >= start && at < end)) return at;
  }
  return undefined;
}

/** The range with its whole lines when nothing else stands there, else up to what follows on its line. */
function withLine(text: string, { start, end }: Range): Range {
  const { start: lineStart } = lineAround(text, start);
  const { end: lineEnd } = lineAround(text, end);
  const rest = text.slice(end, lineEnd);
  if (text.slice(lineStart, start).trim() !== '') return { start, end };
  if (rest.trim() === '' && lineEnd < text.length) return { start: lineStart, end: lineEnd + 1 };
  return { start, end: end + rest.length - rest.trimStart().length };
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
