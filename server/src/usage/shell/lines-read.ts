/** What a loop over the lines of a heredoc gives its variables: `while read NAME; do ...; done <<EOF`. */
import type { Fragment } from '../../syntax/fragment.ts';
import type * as sh from '../../syntax/shell.ts';
import { heredocText } from '../../syntax/shell-heredoc.ts';
import { literal, makeWord } from '../../syntax/word.ts';
import type { Definition } from '../usage.ts';
import { namesRead } from './declarations.ts';

/** A longer list is one of other things. */
const MOST_LINES = 32;

export function linesRead({ command, redirects }: sh.Redirected, source: Fragment): Omit<Definition, 'frame'>[] {
  const heredoc = redirects.find(redirect => redirect.type === 'HereDoc');
  if (command.type !== 'While' || command.kind === 'until' || !heredoc) return [];
  const names = namesIn(command.clause);
  const text = heredocText(heredoc, source);
  const lines = names.length === 0 ? [] : [...text.text.matchAll(/[^\n]+/g)];
  if (lines.length > MOST_LINES) return [];
  return names.map((name, position) => {
    const words = lines.flatMap(({ 0: line, index }) => {
      const field = fieldOf(line, position, position === names.length - 1);
      if (!field) return [];
      const start = index + field.at;
      return [makeWord(text, { start, end: start + field.text.length }, [literal(start, field.text, 'none')])];
    });
    return { name, text: words.map(word => word.text).join(' '), kind: 'input', words };
  });
}

/** The one variable that such a loop sets, and all that it is set to, one after the other; undefined where that is more than names. */
export function namesInLines(
  node: sh.Redirected,
  source: Fragment,
): { readonly name: string; readonly values: readonly string[] } | undefined {
  const [read, ...others] = linesRead(node, source);
  const heredoc = node.redirects.find(redirect => redirect.type === 'HereDoc');
  if (!read || !heredoc || others.length > 0 || dynamic.test(heredocText(heredoc, source).text)) return undefined;
  const values = read.words.map(word => word.text);
  return values.length === 0 || values.some(value => /\s/.test(value)) ? undefined : { name: read.name, values };
}

/** What the shell expands, or `read` does: nobody knows here to what. */
const dynamic = /[$`\\]/;

/** Of the `read` that decides whether there is another round. */
function namesIn({ commands }: sh.CompoundList): readonly string[] {
  const last = commands.at(-1)?.command;
  const reader = last?.type === 'AndOr' ? last.commands[0] : last;
  if (reader?.type !== 'Command' || reader.name?.value !== 'read') return [];
  return namesRead(
    reader,
    reader.args.flatMap(argument => (argument.type === 'Word' ? [argument] : [])),
  );
}

/** POSIX, "read": the last variable gets the rest of the line. */
function fieldOf(line: string, position: number, isLast: boolean): { at: number; text: string } | undefined {
  const fields = [...line.matchAll(/\S+/g)];
  const field = fields[position];
  if (!field || dynamic.test(line)) return undefined;
  return { at: field.index, text: isLast ? line.slice(field.index).trimEnd() : field[0] };
}
