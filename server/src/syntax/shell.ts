/**
 * Shell scripts, parsed by unbash. The only file that calls that parser, and the place where its quirks end:
 * broken input gives a partial tree, carriage returns are taken out first, and nothing throws.
 */
import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import type { Fragment } from './fragment.ts';

export type * from 'unbash';
export { forEachChild } from 'unbash';

export interface ShellTree {
  /** The offsets of all nodes, but for the scripts of backticks with a backslash in them, index this text. */
  readonly source: Fragment;
  /** Usually one; two when one line had to be parsed apart from the others. */
  readonly scripts: readonly ParsedScript[];
}

/**
 * `editedAt`, an offset of `fragment`, names the line to suspect first when the text is broken.
 * The offsets of the tree index `source.text`, which has LF line ends only.
 */
export function parseShell(fragment: Fragment, editedAt?: number): ShellTree {
  const source = withoutCarriageReturns(fragment);
  const { text } = source;
  const whole = parseSafely(text);
  if (!whole.errors?.length) return { source, scripts: [whole] };
  // The line that is being typed is broken more often than not; all others should stay as they were.
  let best: Attempt = { scripts: [whole], score: score(whole) };
  for (const line of suspects(text, whole, editedAt)) {
    const rest = parseSafely(text.slice(0, line.start) + ' '.repeat(line.end - line.start) + text.slice(line.end));
    const alone = parseSafely(' '.repeat(line.start) + text.slice(line.start, line.end));
    const attempt = { scripts: [rest, alone], score: score(rest) + (alone.errors?.length ? 0 : score(alone)) };
    if (attempt.score > best.score) best = attempt;
    if (line.edited && !rest.errors?.length) return { source, scripts: attempt.scripts };
  }
  return { source, scripts: best.scripts };
}

interface Attempt {
  readonly scripts: readonly ParsedScript[];
  /** More commands seen means less text swallowed by a quote that is open by mistake. */
  readonly score: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly edited: boolean;
}

const MOST_SUSPECTS = 8;

/** Lines that may hold the mistake: the edited one, the one of the first error, and those with an odd number of quotes. */
function suspects(text: string, script: ParsedScript, editedAt: number | undefined): Line[] {
  const lines: Line[] = [];
  const add = (offset: number, edited = false) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const next = text.indexOf('\n', offset);
    const end = next < 0 ? text.length : next;
    if (lines.length < MOST_SUSPECTS && !lines.some(line => line.start === start)) lines.push({ start, end, edited });
  };
  if (editedAt !== undefined) add(Math.min(editedAt, text.length), true);
  add(Math.min(script.errors?.[0]?.pos ?? 0, text.length));
  if (script.errors?.some(error => error.message.startsWith('unterminated'))) {
    for (const offset of oddlyQuotedLines(text)) add(offset);
  }
  return lines;
}

function* oddlyQuotedLines(text: string): Generator<number> {
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).replace(/\\./g, '');
    const count = (quote: string) => line.split(quote).length - 1;
    if (count('"') % 2 || count("'") % 2 || count('`') % 2) yield start;
    start = end + 1;
  }
}

const MOST_NODES_SCORED = 20_000;
const DEEPEST_NODE_SCORED = 200;

function score(script: ParsedScript): number {
  let commands = 0;
  let nodes = 0;
  const visit = (node: SyntaxNode, depth: number): void => {
    if (++nodes > MOST_NODES_SCORED || depth > DEEPEST_NODE_SCORED) return;
    if (node.type === 'Command') commands++;
    // Words are left unresolved: what they hold is not what tells a swallowed line.
    else forEachChild(node, child => child.type !== 'Word' && visit(child, depth + 1));
  };
  visit(script, 0);
  return commands - (script.errors?.length ? 1 : 0);
}

function parseSafely(text: string): ParsedScript {
  try {
    return parse(text);
  } catch (error) {
    // A stack overflow on absurd nesting; the file is then as good as empty.
    const message = error instanceof Error ? error.message : String(error);
    return {
      type: 'Script',
      pos: 0,
      end: text.length,
      shebang: undefined,
      commands: [],
      errors: [{ message, pos: 0 }],
    };
  }
}

/** The text with LF line ends: unbash reads a carriage return as an ordinary character. */
function withoutCarriageReturns(outer: Fragment): Fragment {
  if (!outer.text.includes('\r\n')) return outer;
  // Offsets, in the new text, of the line ends that lost their carriage return.
  const ends: number[] = [];
  const text = outer.text.replace(/\r\n/g, (_, at: number) => {
    ends.push(at - ends.length);
    return '\n';
  });
  /** How many carriage returns stood before the character at `offset`; that of `offset` itself when it is a line end. */
  const before = (offset: number): number => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    text,
    startOf: offset => outer.startOf(offset + before(offset)),
    endOf: offset => outer.endOf(offset + before(offset)),
    write: inserted => outer.write(inserted.replaceAll('\n', '\r\n')),
  };
}
