/** JSON configurations, parsed tolerantly by jsonc-parser: a tree with ranges, and every deviation from JSON. */
import { Decoder, type Edit, type Fragment, type Range } from '../../text/fragment.ts';
import { NextPlaces } from '../../text/next-places.ts';
import { insideAnyOf } from '../../text/opaque-ranges.ts';
import { modify, type Node, type ParseError, printParseErrorCode, visit } from './json-parser.ts';
import { readJson } from './json-recovery.ts';

export interface JsonValue extends Range {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The value of a scalar. */
  readonly scalar: string | number | boolean | null | undefined;
  readonly members: readonly JsonMember[];
  readonly items: readonly JsonValue[];
}

export interface JsonMember extends Range {
  readonly key: string;
  readonly keyRange: Range;
  /** Undefined while the member is being typed. */
  readonly value: JsonValue | undefined;
}

/** Something JSON (RFC 8259) does not allow. */
export interface JsonProblem extends Range {
  readonly kind: 'comment' | 'trailing-comma' | 'single-quote' | 'empty' | 'syntax';
  readonly detail: string;
}

export interface JsonTree {
  readonly source: Fragment;
  readonly root: JsonValue | undefined;
  readonly problems: readonly JsonProblem[];
  /** Whether an offset of the text is in one of its comments. */
  readonly isInComment: (offset: number) => boolean;
  /** Where the byte order mark is, if there is one. */
  readonly byteOrderMark: boolean;
}

/** Members of an object that is only partly here, with braces around them. Nothing can be written into it. */
export function asMembers(members: Fragment): Fragment {
  const { length } = members.text;
  const decoder = new Decoder();
  decoder.decode('{', { start: 0, end: 0 });
  decoder.copy(members.text, 0);
  decoder.decode('}', { start: length, end: length });
  return decoder.finish(members, { start: 0, end: length }, () => undefined);
}

/** Offsets index `source.text`; so does `editedAt`, where the text was just changed. */
export function parseJson(source: Fragment, editedAt?: number): JsonTree {
  const { text } = source;
  const byteOrderMark = text.startsWith('\uFEFF');
  // jsonc-parser reads the mark as an unknown symbol; a blank keeps the offsets.
  const body = byteOrderMark ? ` ${text.slice(1)}` : text;
  const { root, errors } = readTree(body, editedAt);
  const places = new NextPlaces(body);
  const problems = [...(root ? comments(body) : []), ...errors.map(error => asProblem(body, error, places))];
  if (body.trim() === '') problems.push({ kind: 'empty', start: 0, end: text.length, detail: 'the file is empty' });
  problems.sort((a, b) => a.start - b.start);
  const isInComment = insideAnyOf(problems.filter(({ kind }) => kind === 'comment'));
  return { source, root, problems, isInComment, byteOrderMark };
}

function readTree(
  text: string,
  editedAt: number | undefined,
): { readonly root: JsonValue | undefined; readonly errors: readonly ParseError[] } {
  let errors: readonly ParseError[] = [];
  try {
    const parsed = readJson(text, editedAt);
    errors = parsed.errors;
    return { root: parsed.root && asValue(parsed.root, text), errors };
  } catch {
    // A stack overflow on absurd nesting, which no configuration has.
    return { root: undefined, errors };
  }
}

/**
 * A value that ends within a comment is said to reach beyond the text, and one before `\\` and a line end, into the
 * line end.
 */
function rangeOf({ offset, length }: Node, text: string): Range {
  const end = Math.min(offset + length, text.length);
  return { start: offset, end: text.startsWith('\r\n', end - 1) ? end - 1 : end };
}

function asValue(node: Node, text: string): JsonValue {
  return {
    ...rangeOf(node, text),
    type: node.type === 'property' ? 'null' : node.type,
    scalar: node.type === 'object' || node.type === 'array' ? undefined : (node.value as JsonValue['scalar']),
    members: node.type === 'object' ? (node.children ?? []).flatMap(child => asMember(child, text)) : [],
    items: node.type === 'array' ? (node.children ?? []).map(child => asValue(child, text)) : [],
  };
}

function asMember(node: Node, text: string): JsonMember[] {
  const [key, value] = node.children ?? [];
  if (!key || typeof key.value !== 'string') return [];
  return [
    {
      ...rangeOf(node, text),
      key: key.value,
      keyRange: rangeOf(key, text),
      value: value && asValue(value, text),
    },
  ];
}

function comments(text: string): JsonProblem[] {
  const found: JsonProblem[] = [];
  const onComment = (start: number, length: number) => {
    if (text.startsWith('/*', start) && !text.startsWith('*/', start + length - 2)) return;
    found.push({ kind: 'comment', start, end: start + length, detail: 'a comment' });
  };
  visit(text, { onComment }, { allowTrailingComma: true });
  return found;
}

function asProblem(text: string, error: ParseError, places: NextPlaces): JsonProblem {
  const code = printParseErrorCode(error.error);
  // An unclosed comment reaches to the end of the text; the mistake is its beginning.
  const lineEnd = places.from(error.offset, '\n');
  const range = { start: error.offset, end: Math.min(error.offset + Math.max(error.length, 1), lineEnd) };
  const before = text.slice(0, error.offset).trimEnd();
  const closer = text[error.offset];
  const lacksName = code === 'PropertyNameExpected' && closer === '}';
  const lacksValue = code === 'ValueExpected' && (closer === '}' || closer === ']');
  if ((lacksName || lacksValue) && before.endsWith(',')) {
    return { kind: 'trailing-comma', start: before.length - 1, end: before.length, detail: 'a trailing comma' };
  }
  if (text[error.offset] === '#') {
    const end = text[lineEnd] === '\n' && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    return { kind: 'comment', start: error.offset, end, detail: 'a comment' };
  }
  // A missing comma is missing after the text before it, not on the next line with text.
  if (code === 'CommaExpected' && before.length > 0 && text.slice(before.length, error.offset).includes('\n'))
    return { kind: 'syntax', start: before.length - 1, end: before.length, detail: words(code) };
  if (text[error.offset] === "'") return { kind: 'single-quote', ...range, detail: 'single quotes' };
  return { kind: 'syntax', ...range, detail: words(code) };
}

/** `CloseBraceExpected` -> `close brace expected`. */
function words(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/**
 * Sets a member, creating the objects on its path; comments and layout stay. Undefined where something else is in its
 * place.
 */
export function setMember(text: string, path: readonly string[], value: unknown): readonly Edit[] | undefined {
  const formattingOptions = {
    insertSpaces: !/^\t/m.test(text),
    tabSize: 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  try {
    const edits = modify(text, [...path], value, { formattingOptions });
    return edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, newText: content }));
  } catch {
    return undefined;
  }
}
