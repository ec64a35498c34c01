/** Text, code and tables of Markdown, escaped so that nothing in them is read as markup. */

import { visible } from '../text/visible.ts';
import { spansOf } from './spans.ts';

/** In a table a bar ends a cell even in code, unless it is escaped. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly string[] = head.map(() => '---'),
): readonly string[] {
  if (rows.length === 0) return [];
  const written = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [written(head), written(alignments), ...rows.map(written), ''];
}

/**
 * Between more backticks than it contains (CommonMark 0.31, 6.1). A bar after a backslash cannot be written in a table:
 * either both backslashes are its escape, or none is.
 */
export function code(text: string): string {
  const plain = visible(text).replaceAll('\\|', '\\x7c');
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** Our own sentences, in which backticks enclose what was found. */
export function prose(text: string): string {
  return spansOf(text)
    .map(({ text, isCode }) => (isCode ? quoted(text) : plain(text)))
    .join('')
    .replace(beginning, '$1$2\\');
}

function quoted(text: string): string {
  return text === '' ? '' : code(text);
}

/**
 * What Markdown, or a forge, reads as more than text: marks anywhere (2.4), addresses (GFM 6.9), references, formulas
 * and emoji before a word. A colon or a bracket in a sentence is text.
 */
const special = /[\\`*_[\]<>|~]|&(?=[#\w])|[#!%](?=\w)|\$(?=\S)|:(?=\/\/|[\w+-]+:)|(?<=\bwww)\./gi;

/** Text that begins a block, or a command of a forge or a runner. */
const beginning = /^(\s*)(?:(\d+)(?=[.)](?:\s|$))|(?=[-+=#/:]))/;

/** Escaping does not keep forges from linking `@name`. */
function plain(text: string): string {
  return text.replace(special, '\\$&').replaceAll('@', '@<!-- -->');
}
