/**
 * The text of a YAML scalar and where each of its characters is written: quotes, escapes, folded lines and indentation
 * (YAML 1.2.2, chapters 7 and 8). Its reading is compared with that of the parser: where they differ the result is
 * undefined.
 */
import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export function scalarFragment(outer: Fragment, range: Range, style: ScalarStyle, value: string): Fragment | undefined {
  const block = style === 'literal' || style === 'folded';
  const read =
    style === 'literal' || style === 'folded' ? readBlock(outer, range, style) : readFlow(outer, range, style);
  if (!read) return undefined;
  const fragment = read.decoder.finish(outer, range, text => encode(text, style, read.indent));
  // How many line ends a block keeps at its end does not change its content.
  const same = block ? fragment.text.trimEnd() === value.trimEnd() : fragment.text === value;
  return same ? fragment : undefined;
}

interface Reading {
  readonly decoder: Decoder;
  /** The beginning of every line of a block. */
  readonly indent: string;
}

function encode(text: string, style: ScalarStyle, indent: string): string | undefined {
  if (style === 'literal') return text.replaceAll('\n', `\n${indent}`);
  if (/[\r\n]/.test(text)) return undefined;
  switch (style) {
    case 'single':
      return text.replaceAll("'", "''");
    case 'double':
      return JSON.stringify(text).slice(1, -1);
    case 'folded':
      return text;
    case 'plain':
      // Text that begins a value of another kind, a key, a comment or, between brackets, the next item is impossible
      // here.
      return /^[\w./$ -][\w./$@%+=:;&|<>() '"-]*$/.test(text) && !/:(?: |$)|^[?-] /.test(text) ? text : undefined;
  }
}

/**
 * Text that is not read as it is written: escapes, and blanks with a line end in them. A run of blanks is looked at
 * from its first one only, or from the one after an escaped one.
 */
const special: Readonly<Record<'plain' | 'single' | 'double', RegExp>> = {
  plain: /(?<![ \t])[ \t]*\r?\n[ \t\r\n]*/g,
  single: /''|(?<![ \t])[ \t]*\r?\n[ \t\r\n]*/g,
  double: /\\(?:x..|u.{4}|U.{8}|\r?\n[ \t]*|.)|(?<!(?<!\\)[ \t])[ \t]*\r?\n[ \t\r\n]*/gs,
};

/** Plain and quoted scalars: line ends are folded, escapes are read. */
function readFlow(outer: Fragment, range: Range, style: 'plain' | 'single' | 'double'): Reading {
  const quote = style === 'plain' ? 0 : 1;
  const start = range.start + quote;
  const text = outer.text.slice(start, range.end - quote);
  const decoder = new Decoder();
  let at = 0;
  for (const { 0: written, index } of text.matchAll(special[style])) {
    decoder.copy(text.slice(at, index), start + at);
    at = index + written.length;
    decoder.decode(decodedText(written), { start: start + index, end: start + at });
  }
  decoder.copy(text.slice(at), start + at);
  return { decoder, indent: '' };
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029',
};

function decodedText(written: string): string {
  if (written === "''") return "'";
  if (!written.startsWith('\\')) return foldedBlank(written);
  const code = written[1]!;
  if ('xuU'.includes(code)) {
    const point = Number.parseInt(written.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }
  return code === '\r' || code === '\n' ? '' : (escapes[code] ?? code);
}

/** Of line ends among blanks, the first is a space and every further one a line end (6.5). */
function foldedBlank(blank: string): string {
  const ends = blank.split('\n').length - 1;
  return ends === 1 ? ' ' : '\n'.repeat(ends - 1);
}

/**
 * `|` and `>`: lines without their indentation; in the latter, a line end between two lines of text is a space (8.1).
 */
function readBlock(outer: Fragment, { start, end }: Range, style: 'literal' | 'folded'): Reading | undefined {
  const header = /^[|>][-+]?[^\S\n]*(?:#[^\n]*)?\n/.exec(outer.text.slice(start, end))?.[0];
  if (header === undefined) return undefined;
  const lines = blockLines(outer.text, start + header.length, end);
  const indent = /^ */.exec(lines.find(isText)?.content ?? '')![0];
  const decoder = new Decoder();
  const following: (BlockLine | undefined)[] = [];
  let after: BlockLine | undefined;
  for (let index = lines.length - 1; index >= 0; index--) {
    following[index] = after;
    if (isText(lines[index]!)) after = lines[index];
  }
  lines.forEach((line, index) => {
    const content = line.content.slice(indent.length);
    decoder.copy(content, line.start + Math.min(indent.length, line.content.length));
    const next = lines[index + 1];
    // The next line's indentation belongs to the line end: a line that is removed leaves none.
    const lineEnd = {
      start: line.start + line.content.length,
      end: next ? next.start + Math.min(indent.length, next.content.length) : end,
    };
    if (lineEnd.end === lineEnd.start) return;
    const folds = style === 'folded' && isPlain(line, indent) && isPlain(following[index], indent);
    decoder.decode(!folds ? '\n' : isText(next!) ? ' ' : '', lineEnd);
  });
  return { decoder, indent };
}

interface BlockLine {
  readonly start: number;
  /** With its indentation, without its line end. */
  readonly content: string;
}

function blockLines(text: string, start: number, end: number): BlockLine[] {
  return [...text.slice(start, end).matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => ({
    start: start + index,
    content: line.replace(/\r?\n$/, ''),
  }));
}

function isText({ content }: BlockLine): boolean {
  return content.trim() !== '';
}

/** Text that is not indented further: a line end is folded only between two such lines. */
function isPlain(line: BlockLine | undefined, indent: string): boolean {
  return line !== undefined && isText(line) && !/^[ \t]/.test(line.content.slice(indent.length));
}
