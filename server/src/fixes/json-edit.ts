/** Edits of JSON: deletes a member with its comma so that the object stays tidy, or a comment with its line. */

import type { JsonMember, JsonTree, JsonValue } from '../languages/json/json.ts';
import type { Range } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import { EditBuilder } from './fix.ts';

/** Members that separate fixes remove. What is needed about all members of an object is computed once. */
export class LeavingMembers {
  readonly #leaving: ReadonlySet<JsonMember>;
  readonly #places = new Map<JsonValue, { readonly index: ReadonlyMap<JsonMember, number>; readonly last: number }>();

  constructor(leaving: Iterable<JsonMember>) {
    this.#leaving = new Set(leaving);
  }

  /** `isLast`: all members after it are removed, too. */
  placeOf(parent: JsonValue, member: JsonMember): { readonly index: number; readonly isLast: boolean } {
    const { members } = parent;
    const places = this.#places.get(parent) ?? {
      index: new Map(members.map((each, index) => [each, index])),
      last: members.findLastIndex(each => !this.#leaving.has(each)),
    };
    this.#places.set(parent, places);
    const index = places.index.get(member)!;
    return { index, isLast: places.last <= index };
  }
}

/**
 * `member` is a member of `parent`. Comments stay, and so does a superfluous comma. The comma next to a member that
 * stays is deleted, too, if there is one: then the members to delete can be deleted in any choice.
 */
export function removeMember(
  tree: JsonTree,
  parent: JsonValue,
  member: JsonMember,
  leaving = new LeavingMembers([]),
): EditBuilder {
  const { source } = tree;
  const { text } = source;
  const { index, isLast } = leaving.placeOf(parent, member);
  const previous = parent.members[index - 1];
  const next = parent.members[index + 1];
  const takesNext = !previous || !isLast;
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
  // With the next comma, so that a second deletion waits for another round: comments between them must go with their
  // lines.
  const comma = next || !previous ? commaIn(tree, member.end, to) : commaIn(tree, from, member.start);
  const isNext = comma !== undefined && text.slice(member.end, comma).trim() === '' && comma >= member.end;
  if (comma !== undefined && !isNext) edits.replace(source, { start: comma, end: comma + 1 }, '');
  return edits.replace(source, withLine(text, { start: member.start, end: isNext ? comma + 1 : member.end }), '');
}

/**
 * In the object that the path leads to, after the member that contains `beside` or else the last one, with the layout
 * of that member. Missing objects on the path are created.
 */
export function addMember(tree: JsonTree, path: readonly string[], value: string, beside: Range): EditBuilder {
  let object = tree.root;
  let rest = path;
  while (rest.length > 1) {
    // Mender ignores the case of keys.
    const inner = object?.members.find(({ key }) => key.toLowerCase() === rest[0]!.toLowerCase())?.value;
    if (!inner) break;
    object = inner;
    rest = rest.slice(1);
  }
  const isThere = object?.members.some(({ key }) => key.toLowerCase() === rest[0]!.toLowerCase());
  if (object?.type !== 'object' || isThere) return new EditBuilder().impossible();
  const { source } = tree;
  const text = rest.reduceRight(
    (inside, key, index) => (index > 0 ? `{ "${key}": ${inside} }` : `"${key}": ${inside}`),
    value,
  );
  const holds = ({ start, end }: Range) => start <= beside.start && end >= beside.end;
  const last = object.members.find(holds) ?? object.members.at(-1);
  if (!last) return new EditBuilder().insertAfter(source, object.start + 1, ` ${text} `);
  const { start } = lineAround(source.text, last.start);
  const before = source.text.slice(start, last.start);
  const gap = before.trim() === '' ? (source.text[start - 2] === '\r' ? '\r\n' : '\n') + before : ' ';
  return new EditBuilder().insertAfter(source, last.end, `,${gap}${text}`);
}

/** Outside of comments. */
function commaIn({ source, isInComment }: JsonTree, from: number, to: number): number | undefined {
  for (let at = source.text.indexOf(',', from); at >= 0 && at < to; at = source.text.indexOf(',', at + 1)) {
    if (!isInComment(at)) return at;
  }
  return undefined;
}

/** The range with its whole lines when nothing else is on them, else up to the next text on its line. */
function withLine(text: string, { start, end }: Range): Range {
  const { start: lineStart } = lineAround(text, start);
  const { end: lineEnd } = lineAround(text, end);
  const rest = text.slice(end, lineEnd);
  if (text.slice(lineStart, start).trim() !== '') return { start, end };
  if (rest.trim() === '' && lineEnd < text.length) return { start: lineStart, end: lineEnd + 1 };
  return { start, end: end + rest.length - rest.trimStart().length };
}

/** With its whole line when nothing else is on it, else with the white space before it. */
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
