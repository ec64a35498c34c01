/** Inline markup of reStructuredText in a block of `parsed-literal`: the text that is shown. */

import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { standIn } from '../../text/masked.ts';
import type { CodeBlock } from '../markdown/code-block.ts';

/** docutils, "Inline markup": the group is the shown text; only the build knows what a substitution shows. */
const markup = new RegExp(
  [
    String.raw`(?:\\ )?\|(?<filled>[^|\s](?:[^|\n]*[^|\s])?)\|_{0,2}(?:\\ )?`,
    '``(?<literal>.+?)``',
    String.raw`(?::[\w:+.-]+:)?${'`'}(?<text>[^${'`'}<\n]+?)(?:\s*<[^<>\n]*>)?${'`'}_{0,2}`,
    String.raw`\*\*(?<strong>[^*\s](?:[^*\n]*[^*\s])?)\*\*`,
    String.raw`\*(?<emphasis>[^*\s](?:[^*\n]*[^*\s])?)\*`,
    String.raw`\\(?<escaped>[^\n])`,
  ].join('|'),
  'dg',
);

/** The block's lines as a separate text, and their ranges in it. */
export function parsedLiteral(source: Fragment, block: CodeBlock, newLine: string): [Fragment, CodeBlock] {
  const decoder = new Decoder();
  const lines: Range[] = [];
  for (const [index, { start, end }] of block.lines.entries()) {
    const before = block.lines[index - 1];
    if (before) decoder.decode(newLine, { start: before.end, end: start });
    const from = decoder.length;
    addLine(decoder, source.text.slice(start, end), start);
    lines.push({ start: from, end: decoder.length });
  }
  const whole = { start: block.lines[0]?.start ?? 0, end: block.lines.at(-1)?.end ?? 0 };
  return [decoder.finish(source, whole, unmarked), { ...block, lines }];
}

function addLine(decoder: Decoder, line: string, start: number): void {
  let at = 0;
  for (const { 0: found, index, groups = {}, indices } of line.matchAll(markup)) {
    decoder.copy(line.slice(at, index), start + at);
    at = index + found.length;
    const name = Object.keys(groups).find(each => groups[each] !== undefined)!;
    const text = groups[name]!;
    if (name === 'filled') decoder.decode(standIn(found), { start: start + index, end: start + at });
    // A blank after a backslash is removed.
    else if (name !== 'escaped' || text.trim() !== '') decoder.copy(text, start + indices!.groups![name]![0]);
  }
  decoder.copy(line.slice(at), start + at);
}

/** Words only: anything else may be markup, or reach across some. */
function unmarked(text: string): string | undefined {
  return /^(?:[\w./:=+@, -]|\r?\n)*$/.test(text) && !/_(?!\w)/.test(text) ? text : undefined;
}
