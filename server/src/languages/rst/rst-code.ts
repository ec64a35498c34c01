/**
 * Code of reStructuredText: literal blocks after `::`, and the contents of the code directives of docutils and Sphinx.
 * Tables and other directives are text.
 */

import { lineAround } from '../../text/line.ts';
import type { CodeBlock } from '../markdown/code-block.ts';

export interface RstBlock extends CodeBlock {
  /** Where the line after the opening one begins. */
  readonly opened: number;
}

const directive = /^([ \t]*)\.\.[ \t]+(code-block|code|sourcecode|prompt|parsed-literal)::[ \t]*([\w+-]*)/;
const highlight = /^\.\.[ \t]+highlight::[ \t]*([\w+-]*)/;
const option = /^[ \t]*:[\w-]+:/;

export function rstBlocksOf(text: string): readonly RstBlock[] {
  const blocks: RstBlock[] = [];
  let language = '';
  for (let at = 0; at < text.length; ) {
    const line = lineAround(text, at);
    const content = text.slice(line.start, line.end);
    at = line.end + 1;
    language = highlight.exec(content)?.[1]?.toLowerCase() ?? language;
    const [, indent, name, info = ''] = directive.exec(content) ?? [];
    const isLiteral = indent === undefined && /::[ \t\r]*$/.test(content) && !/^[ \t]*\.\.[ \t]/.test(content);
    if (indent === undefined && !isLiteral) continue;
    const block = blockAfter(text, at, widthOf(content), indent === undefined ? language : info.toLowerCase());
    if (!block) continue;
    blocks.push(name === 'parsed-literal' ? { ...block, parsed: true } : block);
    at = lineAround(text, block.lines.at(-1)!.start).end + 1;
  }
  return blocks;
}

/** The lines that are indented deeper than the opening one, without the options of a directive. */
function blockAfter(text: string, opened: number, outer: number, info: string): RstBlock | undefined {
  const lines: { start: number; end: number }[] = [];
  let last = 0;
  let width: number | undefined;
  for (let at = opened; at < text.length; ) {
    const line = lineAround(text, at);
    const content = text.slice(line.start, line.end).trimEnd();
    const own = widthOf(content);
    if (content !== '' && own <= outer) break;
    const isOption = width === undefined && option.test(content);
    if (content !== '' && !isOption) width = Math.min(width ?? own, own);
    if (content !== '' && !isOption) last = lines.length + 1;
    if (width !== undefined) lines.push({ start: line.start, end: line.start + content.length });
    at = line.end + 1;
  }
  if (width === undefined) return undefined;
  const first = lines[0]!;
  const prefix = text.slice(first.start, first.start + width);
  const inside = lines.slice(0, last).map(({ start, end }) => ({ start: Math.min(start + width!, end), end }));
  return { fenced: true, info, lines: inside, prefix, opened };
}

/** Columns of blanks, with a tab as one: nobody indents code by both. */
function widthOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}
