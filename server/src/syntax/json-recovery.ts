/**
 * Reads JSON that is broken in one line, as it is while someone types there: the members of the other lines must not go with
 * it. Offsets stay those of the text.
 */
import type { Range } from './fragment.ts';
import { type Node, type ParsedJson, type ParseError, parseTolerant, printParseErrorCode } from './json-parser.ts';
import { lineAround } from './line.ts';

export function readJson(text: string): ParsedJson {
  const whole = parseTolerant(text);
  const [first] = whole.errors;
  if (!first) return whole;
  // A string that is left open takes the bracket behind it, and members count that are none.
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

/** The line of the error, and the one before it: what lacks its end is noticed behind it. */
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

/** What can stand for the line: nothing, or a member without a name where it ends with a bracket that opens what follows. */
function blanks(line: string): string[] {
  const opener = /[{[]\s*$/.exec(line);
  const named = '"":';
  const member = opener && opener.index >= named.length ? named.padEnd(opener.index) + opener[0] : undefined;
  return [...(member === undefined ? [] : [member]), ' '.repeat(line.length)];
}

/** The first brace may be what is missing. */
function inBraces(text: string): string {
  return text.trimStart().startsWith('"') && /^\s/.test(text) ? `{${text.slice(1)}` : text;
}

function membersIn(node: Node | undefined): number {
  const own = node?.type === 'property' ? 1 : 0;
  return (node?.children ?? []).reduce((count, child) => count + membersIn(child), own);
}
