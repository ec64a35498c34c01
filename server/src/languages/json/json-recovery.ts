/**
 * Reads JSON that is broken in one line while someone types there: the members of the other lines must not be lost with
 * it. Offsets stay those of the text.
 */
import type { Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import { type Node, type ParsedJson, type ParseError, parseTolerant, printParseErrorCode } from './json-parser.ts';

/** `editedAt`, an offset of the text, is in the line to suspect first. */
export function readJson(text: string, editedAt?: number): ParsedJson {
  const whole = parseTolerant(text);
  const [first] = whole.errors;
  if (!first) return whole;
  return withoutEditedLine(text, whole, editedAt) ?? withoutBrokenLine(text, whole, first);
}

/**
 * The brackets of all other lines say which ones the edited line must have; of the possible ones, those count that keep
 * most members and give fewest mistakes. Undefined when no line would do.
 */
function withoutEditedLine(text: string, whole: ParsedJson, editedAt: number | undefined): ParsedJson | undefined {
  if (editedAt === undefined) return undefined;
  const line = lineAround(text, Math.min(editedAt, text.length));
  // It may have been broken in two.
  const two = { ...line, start: lineAround(text, line.start - 1).start };
  return withoutLine(text, whole, line) ?? withoutLine(text, whole, two);
}

function withoutLine(text: string, whole: ParsedJson, line: Range): ParsedJson | undefined {
  const isOutside = ({ offset }: { readonly offset: number }) => offset < line.start || offset > line.end;
  const inLine = whole.errors.find(found => !isOutside(found));
  // What the file lacks, or has too much of, because of this line.
  const { error: code } = whole.errors.find(isMisnested) ?? inLine ?? whole.errors[0]!;
  const offset = inLine?.offset ?? Math.max(line.start, line.end - 1);
  const error = { error: code, offset, length: inLine?.length ?? 1 };
  let best = isNested(text, whole) ? whole : undefined;
  for (const attempt of attempts(text, line)) {
    const { root, errors } = parseTolerant(attempt);
    if (!isNested(attempt, { root, errors })) continue;
    const more = best ? membersIn(root, isOutside) - membersIn(best.root, isOutside) : 1;
    const outside = errors.filter(isOutside);
    const isBetter = more > 0 || (more === 0 && outside.length < best!.errors.filter(isOutside).length);
    if (isBetter) best = { root, errors: [error, ...outside] };
  }
  return best;
}

/** The text with a replacement for a line: its own text and a missing bracket, nothing, or only a bracket. */
function* attempts(text: string, { start, end }: Range): Generator<string> {
  const line = text.slice(start, end);
  const put = (written: string, till: number) => text.slice(0, start) + written.padEnd(till - start) + text.slice(till);
  const room = Math.min(end + 1, text.length);
  // The line end, which means nothing to JSON, has room for one bracket.
  for (const bracket of ['{', '[']) if (room > end) yield put(line + bracket, room);
  for (const blank of blanks(line)) yield put(blank, end);
  for (const closer of ['},', '],', '}', ']']) if (closer.length <= room - start) yield put(closer, room);
  for (const opener of ['"":{', '"":[', '{', '[']) if (opener.length <= room - start) yield put(opener, room);
}

const misnested = new Set([
  'EndOfFileExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
  'UnexpectedEndOfComment',
]);

function isMisnested({ error }: ParseError): boolean {
  return misnested.has(printParseErrorCode(error));
}

/** Whether every bracket is closed, whatever else is wrong. */
function isNested(text: string, { root, errors }: ParsedJson): boolean {
  if (root?.type !== 'object' || errors.some(isMisnested)) return false;
  return root.offset + root.length >= text.trimEnd().length && text.endsWith('}', root.offset + root.length);
}

function withoutBrokenLine(text: string, whole: ParsedJson, first: ParseError): ParsedJson {
  // An unclosed string swallows the bracket after it, and what it opens counts as members.
  const isOpen = whole.errors.some(({ error }) => printParseErrorCode(error) === 'UnexpectedEndOfString');
  let best = whole;
  for (const { start, end, error } of suspects(text, first)) {
    for (const blank of blanks(text.slice(start, end))) {
      const { root, errors } = parseTolerant(inBraces(text.slice(0, start) + blank + text.slice(end)));
      const [members, most] = [membersIn(root), membersIn(best.root)];
      const found = { root, errors: [error, ...errors] };
      if (errors.length === 0 && (members >= most || isOpen)) return found;
      if (members > most) best = found;
    }
  }
  return best;
}

interface Suspect extends Range {
  /** What is wrong, where it is. */
  readonly error: ParseError;
}

/** The line of the error, and the one before it: a missing end is noticed only after it. */
function suspects(text: string, error: ParseError): Suspect[] {
  const line = lineAround(text, error.offset);
  const before = text.slice(0, line.start).trimEnd().length;
  if (before === 0) return [{ ...line, error }];
  const atEnd = { ...error, offset: before - 1, length: 1 };
  return [
    { ...line, error },
    { ...lineAround(text, before), error: atEnd },
  ];
}

/**
 * Replacements for the line: nothing, or a member without a name where it ends with a bracket that opens what follows.
 */
function blanks(line: string): string[] {
  const opener = /[{[]\s*$/.exec(line);
  const named = '"":';
  const member = opener && opener.index >= named.length ? named.padEnd(opener.index) + opener[0] : undefined;
  return [...(member === undefined ? [] : [member]), ' '.repeat(line.length)];
}

/** The first brace may be missing. */
function inBraces(text: string): string {
  return text.trimStart().startsWith('"') && /^\s/.test(text) ? `{${text.slice(1)}` : text;
}

function membersIn(node: Node | undefined, counts: (node: Node) => boolean = () => true): number {
  const own = node?.type === 'property' && counts(node) ? 1 : 0;
  return (node?.children ?? []).reduce((count, child) => count + membersIn(child, counts), own);
}
