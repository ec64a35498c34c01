/**
 * YAML files as trees of mappings, sequences and scalars with places, read by the `yaml` package. Knows no key's
 * meaning.
 */

import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, Parser, visit } from 'yaml';
import { type Fragment, type Range, slice } from '../../text/fragment.ts';
import { DEEPEST_YAML, MOST_READ_AGAIN, MOST_YAML_ERRORS } from '../../text/limits.ts';
import { lineAround } from '../../text/line.ts';
import { type ScalarStyle, scalarFragment } from './yaml-scalar.ts';

export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  /** Keys without a value, as in `KEY:`. */
  readonly bare: readonly YamlKey[];
}

export interface YamlKey {
  readonly key: string;
  /** Where the key begins. */
  readonly start: number;
}

export interface YamlEntry extends YamlKey {
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlScalar extends Range {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: ScalarStyle;
  /** The file; what `start` and `end` are offsets of. */
  readonly source: Fragment;
  /** The value as a separate text; undefined where its characters cannot be located in the file. */
  readonly fragment: Fragment | undefined;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * The root of every document in the file. Broken text gives what can be read of it; never throws. `editedAt`, an offset
 * of the text, marks the line to suspect first.
 */
export function parseYaml(source: Fragment, editedAt?: number): readonly YamlNode[] {
  const documents = safely(source.text);
  if (isClean(documents)) return rootsOf(source, documents);
  const pieces = piecesOf(source.text);
  const again: ReadAgain = { left: MOST_READ_AGAIN };
  if (pieces.length < 2) return rootsOf(source, readTolerantly(source.text, documents, again, editedAt));
  return joinedRoots(
    pieces.flatMap(({ start, end }) => {
      const piece = slice(source, { start, end });
      const isEdited = editedAt !== undefined && editedAt >= start && editedAt <= end;
      return rootsOf(
        piece,
        readTolerantly(piece.text, safely(piece.text), again, isEdited ? editedAt - start : undefined),
      );
    }),
  );
}

function isClean(documents: Documents): boolean {
  return documents.length > 0 && documents.every(({ errors }) => errors.length === 0);
}

function rootsOf(source: Fragment, documents: Documents): readonly YamlNode[] {
  return documents.flatMap(({ contents }) => nodeOf(contents as ParsedNode | null, source) ?? []);
}

/**
 * The entries, or items, of the root, each separately: a broken one leaves the others alone, and costs no more than
 * itself.
 */
function piecesOf(text: string): readonly Range[] {
  const isList = /^(?:- |[^\s#-])/m.exec(text)?.[0] === '- ';
  const starts = [...text.matchAll(isList ? /^- /gm : /^[^\s#-]/gm)].map(({ index }) => index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function joinedRoots(roots: readonly YamlNode[]): readonly YamlNode[] {
  const entries = roots.flatMap(root => (root.kind === 'map' ? root.entries : []));
  const bare = roots.flatMap(root => (root.kind === 'map' ? root.bare : []));
  const items = roots.flatMap(root => (root.kind === 'list' ? root.items : []));
  return entries.length > 0 ? [{ kind: 'map', entries, bare }] : [{ kind: 'list', items }];
}

/** All scalars, keys included, and whether these are all: broken text may have others. */
export function scalarsOf(text: string): { readonly ranges: readonly Range[]; readonly isWhole: boolean } {
  const documents = safely(text);
  const ranges: Range[] = [];
  for (const document of documents)
    visit(document, {
      Scalar: (_, { range }) => {
        if (range) ranges.push({ start: range[0], end: range[1] });
      },
    });
  return { ranges, isWhole: documents.length > 0 && documents.every(({ errors }) => errors.length === 0) };
}

type Documents = ReturnType<typeof read>;

/** No documents where nesting is absurd: the package throws where its stack ends. */
function safely(text: string): Documents {
  if (isAbsurdlyNested(text)) return [];
  const { stackTraceLimit } = Error;
  try {
    // The package creates an Error for each mistake, and nobody reads its stack, which would take longer than all the
    // rest.
    Error.stackTraceLimit = 0;
    return read(text);
  } catch (error) {
    // A bug of ours must not make a file count as clean.
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    return [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface ReadAgain {
  left: number;
}

/** Where all but one line of the text is YAML, as while someone types, it is read without that line. */
function readTolerantly(text: string, documents: Documents, again: ReadAgain, editedAt?: number): Documents {
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (!error) return documents;
  for (const { start, end } of suspects(text, error.pos[0], editedAt)) {
    for (const line of attempts(text.slice(start, end))) {
      again.left -= text.length;
      if (again.left < 0) return documents;
      const rest = safely(text.slice(0, start) + line + text.slice(end));
      if (rest.length > 0 && isClean(rest)) return rest;
    }
  }
  return documents;
}

/** The line that is being typed, that of the error, and the one before it: a missing end is noticed only after it. */
function suspects(text: string, errorAt: number, editedAt: number | undefined): readonly Range[] {
  const line = lineAround(text, Math.min(errorAt, text.length));
  const before = lineAround(text, Math.max(0, text.slice(0, line.start).trimEnd().length));
  return [...(editedAt === undefined ? [] : [lineAround(text, Math.min(editedAt, text.length))]), line, before];
}

/** Replacements for a line: its text without what opens or closes something, its key, any key, and nothing. */
function attempts(line: string): readonly string[] {
  // A comment ends a block scalar, an empty line does not; a line of blanks must not be the first and longest of it.
  const named = line.replace(
    /^(\s*(?:- +)*)(\S.*?)(:\s*(?:[|>][-+\d]*\s*)?)$/,
    (_, before: string, key: string, after: string) => before + '_'.repeat(key.length) + after,
  );
  const key = /^\s*(?:- +)*[^\s:#"'[\]{}]+:(?=\s|$)/.exec(line)?.[0];
  return [
    line.replace(/["'[\]{}]/g, ' '),
    ...(key === undefined ? [] : [key.padEnd(line.length)]),
    named,
    '#'.repeat(line.length),
    '\n'.repeat(line.length),
  ];
}

/** In the failsafe schema all scalars are strings (YAML 1.2.2, 10.1). Throws where there are too many mistakes. */
function read(text: string) {
  const composer = new Composer({ schema: 'failsafe', logLevel: 'silent', strict: false, uniqueKeys: false });
  const documents: Document.Parsed[] = [];
  let errors = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error' && ++errors > MOST_YAML_ERRORS) throw new RangeError('too many mistakes');
    documents.push(...composer.next(token));
  }
  documents.push(...composer.end());
  return documents;
}

/**
 * The package takes forever over thousands of unclosed brackets. Brackets in strings count, too: few files have as
 * many.
 */
function isAbsurdlyNested(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]|(?:- ){200}/g)) {
    if (bracket === '[' || bracket === '{') depth++;
    else if (bracket.length > 1) return true;
    else depth = Math.max(0, depth - 1);
    if (depth > DEEPEST_YAML) return true;
  }
  return false;
}

/** Undefined where there is no value: nothing, an alias, or a tag of the application. */
function nodeOf(node: ParsedNode | null | undefined, source: Fragment): YamlNode | undefined {
  if (!node || isAlias(node) || (node.tag?.startsWith('!') && !node.tag.startsWith('tag:'))) return undefined;
  if (isMap(node)) {
    const entries: YamlEntry[] = [];
    const bare: YamlKey[] = [];
    for (const { key, value } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const own = { key: key.value, start: (key as ParsedNode).range[0] };
      const inner = nodeOf(value as ParsedNode | null, source);
      if (inner) entries.push({ ...own, value: inner });
      else if (!value || (isScalar(value) && value.value === null)) bare.push(own);
    }
    return { kind: 'map', entries, bare };
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.flatMap(item => nodeOf(item as ParsedNode, source) ?? []) };
  }
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
  const { value, type, range } = node;
  const [start, end] = range;
  const style = styles[type ?? 'PLAIN'] ?? 'plain';
  return {
    kind: 'scalar',
    start,
    end,
    value,
    style,
    source,
    get fragment() {
      return scalarFragment(source, { start, end }, style, value);
    },
  };
}

/** The value of a key of a mapping. */
export function member(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.find(entry => entry.key === key)?.value : undefined;
}

export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}
