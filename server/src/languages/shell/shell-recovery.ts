/** Reads scripts that are broken somewhere while someone types: one bad line must not take the others with it. */
import { DEEPEST_NODE_SCORED, MOST_NODES_SCORED, MOST_SUSPECTS } from '../../text/limits.ts';
import { lineAround } from '../../text/line.ts';
import { forEachChild, type ParsedScript, parseSafely, type SyntaxNode } from './shell-parser.ts';

/** Usually one script; two when a line had to be parsed separately. `editedAt` is an offset of the text. */
export function parseTolerantly(text: string, editedAt: number | undefined): readonly ParsedScript[] {
  const whole = parseSafely(text);
  if (!swallowsText(text, whole) && !opensHeredoc(text, editedAt)) return [whole];
  // The line that is being typed is broken more often than not; all others should stay as they were.
  let best: Attempt = { scripts: [whole], score: score(whole) };
  for (const line of suspects(text, whole, editedAt)) {
    // Statements before the line were read correctly.
    const before = whole.commands.filter(statement => statement.end > statement.pos && statement.end <= line.start);
    const from = before.at(-1)?.end ?? 0;
    const blank = (start: number, end: number) => ' '.repeat(end - start);
    const after = parseSafely(
      blank(0, from) + text.slice(from, line.start) + blank(line.start, line.end) + text.slice(line.end),
    );
    const rest = { ...after, commands: [...before, ...after.commands] };
    const alone = parseSafely(blank(0, line.start) + text.slice(line.start, line.end));
    if (line.edited && !rest.errors?.length) return [rest, alone];
    const attempt = { scripts: [rest, alone], score: score(rest) + (alone.errors?.length ? 0 : score(alone)) };
    if (attempt.score > best.score) best = attempt;
  }
  return best.scripts;
}

/** Whether part of the text was not read as intended: an open quote, or a token at which the parser gave up. */
function swallowsText(text: string, { errors, commands }: ParsedScript): boolean {
  if (!errors?.length) return false;
  const end = text.trimEnd().length;
  // A statement without its `fi` or `}` was read to the end of the text.
  const open = errors.every(({ message, pos }) => pos >= end && !message.startsWith('unterminated'));
  const readOn =
    (commands.at(-1)?.end ?? 0) >= end && errors.every(({ message }) => message.startsWith('unexpected token'));
  return !open && !readOn;
}

/** A heredoc that was just begun swallows everything after it as its body. */
function opensHeredoc(text: string, editedAt: number | undefined): boolean {
  if (editedAt === undefined) return false;
  const { start, end } = lineAround(text, editedAt);
  const opened = /<<-?\s*(["'\\]?)([\w-]+)\1/.exec(text.slice(start, end));
  const after = text.slice(end + 1);
  return opened !== null && after !== '' && !new RegExp(`^\\t*${opened[2]}$`, 'm').test(after);
}

interface Attempt {
  readonly scripts: readonly ParsedScript[];
  /** More commands found means less text swallowed by a quote that is open by mistake. */
  readonly score: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly edited: boolean;
}

/**
 * Lines that may contain the mistake: the edited one, the one of the first error, and those with an odd number of
 * quotes.
 */
function suspects(text: string, script: ParsedScript, editedAt: number | undefined): Line[] {
  const lines: Line[] = [];
  const add = (offset: number, edited = false) => {
    const range = lineAround(text, offset);
    if (lines.length < MOST_SUSPECTS && !lines.some(({ start }) => start === range.start))
      lines.push({ ...range, edited });
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
    const { end } = lineAround(text, start);
    const line = text.slice(start, end).replace(/\\./g, '');
    const count = (quote: string) => line.split(quote).length - 1;
    if (count('"') % 2 || count("'") % 2 || count('`') % 2) yield start;
    start = end + 1;
  }
}

function score(script: ParsedScript): number {
  let commands = 0;
  let nodes = 0;
  const visit = (node: SyntaxNode, depth: number): void => {
    if (++nodes > MOST_NODES_SCORED || depth > DEEPEST_NODE_SCORED) return;
    if (node.type === 'Command') commands++;
    // Words are left unresolved: their content does not reveal a swallowed line.
    else forEachChild(node, child => child.type !== 'Word' && visit(child, depth + 1));
  };
  visit(script, 0);
  return commands - (script.errors?.length ? 1 : 0);
}
