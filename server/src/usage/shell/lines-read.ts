/** The values that a loop over the lines of a heredoc gives its variables: `while read NAME; do ...; done <<EOF`. */

import type * as sh from '../../languages/shell/shell.ts';
import { heredocText } from '../../languages/shell/shell-heredoc.ts';
import type { Fragment } from '../../text/fragment.ts';
import { MOST_LINES_READ } from '../../text/limits.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { Definition } from '../usage.ts';
import { namesRead } from './declarations.ts';

export function linesRead(node: sh.Redirected, source: Fragment): Omit<Definition, 'branchContext'>[] {
  const loop = loopOver(node, source);
  if (!loop) return [];
  const { reading, text, lines } = loop;
  return reading.names.map((name, position) => {
    const words = lines.flatMap(({ 0: line, index }) => {
      const field = fieldOf(line, position, reading);
      if (!field?.text) return [];
      const start = index + field.at;
      return [makeWord(text, { start, end: start + field.text.length }, [literal(start, field.text, 'none')])];
    });
    return { name, text: words.map(word => word.text).join(' '), kind: 'input', words };
  });
}

/** The variables that such a loop sets, and their values for each line; undefined where the shell expands something. */
export function fieldsOfLines(
  node: sh.Redirected,
  source: Fragment,
): { readonly names: readonly string[]; readonly lines: readonly (readonly string[])[] } | undefined {
  const loop = loopOver(node, source);
  if (!loop || loop.lines.length === 0 || dynamic.test(loop.text.text)) return undefined;
  const { names } = loop.reading;
  const lines = loop.lines.map(([line]) =>
    names.map((_, position) => fieldOf(line, position, loop.reading)?.text ?? ''),
  );
  return { names, lines };
}

interface Loop {
  readonly reading: Reading;
  readonly text: Fragment;
  readonly lines: readonly RegExpExecArray[];
}

/** Undefined for any other loop, and for more lines than are looked at. */
function loopOver({ command, redirects }: sh.Redirected, source: Fragment): Loop | undefined {
  const heredoc = redirects.find(redirect => redirect.type === 'HereDoc');
  if (command.type !== 'While' || command.kind === 'until' || !heredoc) return undefined;
  const reading = readingIn(command.clause);
  const text = heredocText(heredoc, source);
  const lines = reading.names.length === 0 ? [] : [...text.text.matchAll(/[^\n]+/g)];
  return lines.length > MOST_LINES_READ ? undefined : { reading, text, lines };
}

/** What the shell or `read` expands, to an unknown text. */
const dynamic = /[$`\\]/;

/** The variables that a `read` gives the fields of a line to, and the separators of these; undefined for blanks. */
interface Reading {
  readonly names: readonly string[];
  readonly separators: string | undefined;
}

/** The `read` that decides whether there is another round. */
function readingIn({ commands }: sh.CompoundList): Reading {
  const none = { names: [], separators: undefined };
  const last = commands.at(-1)?.command;
  const reader = last?.type === 'AndOr' ? last.commands[0] : last;
  if (reader?.type !== 'Command' || reader.name?.value !== 'read') return none;
  const names = namesRead(
    reader,
    reader.args.flatMap(argument => (argument.type === 'Word' ? [argument] : [])),
  );
  const given = reader.prefix.find(prefix => prefix.type === 'Assignment' && prefix.name === 'IFS');
  if (given?.type !== 'Assignment') return { names, separators: undefined };
  const separators = given.value.type === 'ArrayValue' ? undefined : given.value.value;
  // Blanks among them count in a special way.
  return separators === undefined || /[\s$`\\]/.test(separators) ? none : { names, separators };
}

/** POSIX, "read": the last variable gets the rest of the line. */
function fieldOf(
  line: string,
  position: number,
  { names, separators }: Reading,
): { at: number; text: string } | undefined {
  if (dynamic.test(line)) return undefined;
  const fields = separators === undefined ? [...line.matchAll(/\S+/g)] : partsOf(line, separators);
  const field = fields[position];
  if (!field) return undefined;
  return { at: field.index, text: position === names.length - 1 ? line.slice(field.index).trimEnd() : field[0] };
}

function partsOf(line: string, separators: string): readonly { readonly 0: string; readonly index: number }[] {
  let index = 0;
  const isBetween = (character: string) => separators.includes(character);
  const ends = [...line].flatMap((character, at) => (isBetween(character) ? [at] : []));
  return [...ends, line.length].map(end => {
    const part = { 0: line.slice(index, end), index };
    index = end + 1;
    return part;
  });
}
