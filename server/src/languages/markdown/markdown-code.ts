/**
 * Code blocks of Markdown: fenced ones after CommonMark 0.31, section 4.5, also in lists and block quotes; their
 * counterparts of Hugo, Jekyll and Doxygen; and indented ones.
 */

import type { Range } from '../../text/fragment.ts';
import type { CodeBlock } from './code-block.ts';
import { IndentedCode } from './markdown-indented.ts';

const opening =
  /^(?<quote>(?:[ \t]{0,3}>)*)(?<indent>[ \t]*)(?<item>(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<fence>`{3,}|~{3,})(?<info>[^\r\n]*)/;

/** `{{< highlight bash >}}` of Hugo and `{% highlight bash %}` of Jekyll, on lines of their own. */
const highlight = /^[ \t]*\{(?:\{[<%]|%)[ \t]*highlight[ \t]+"?([\w+-]+)[^\n]*[%>]\}\}?[ \t]*$/;
const highlightEnd = /^[ \t]*\{(?:\{[<%]|%)[ \t]*(?:\/[ \t]*|end)highlight[ \t]*[%>]\}\}?[ \t]*$/;

/** `\code{.sh}` and `@verbatim` of Doxygen, whose pages are Markdown otherwise. */
const command = /^[ \t]*[\\@](?:code(?:\{\.?(\w+)\})?|verbatim)[ \t]*$/;
const commandEnd = /^[ \t]*[\\@]end(?:code|verbatim)[ \t]*$/;

const directives = [
  { fence: 'highlight', begin: highlight, end: highlightEnd },
  { fence: 'command', begin: command, end: commandEnd },
];

/** A block that is still open where another one with an info string opens has lost its end: it is left out. */
export function codeBlocksOf(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const indented = new IndentedCode();
  let open: OpenFence | undefined;
  for (let at = 0; at < text.length; ) {
    const lf = text.indexOf('\n', at);
    const next = lf < 0 ? text.length : lf + 1;
    const stop = lf < 0 ? text.length : lf;
    const line = { start: at, end: stop > at && text[stop - 1] === '\r' ? stop - 1 : stop };
    const content = text.slice(line.start, line.end);
    const opened = openedBy(content);
    if (open && closes(content, open)) {
      blocks.push(open);
      open = undefined;
    } else if (open && !(opened?.info && opened.fence.startsWith(open.fence))) {
      const skipped = skippedIn(content, open);
      if (skipped === undefined) open = opened;
      else open.lines.push({ start: line.start + skipped, end: line.end });
    } else {
      open = opened;
      const begun = opened ? indented.end() : indented.read(line, content);
      if (begun) blocks.push(begun);
    }
    at = next;
  }
  if (open?.info) blocks.push(open);
  return blocks;
}

interface OpenFence extends CodeBlock {
  readonly lines: Range[];
  readonly fence: string;
  /** Number of `>` before it. */
  readonly depth: number;
  /** Columns of blanks before it. */
  readonly width: number;
}

function openedBy(line: string): OpenFence | undefined {
  const directive = directives.find(({ begin }) => begin.test(line));
  if (directive) {
    const info = directive.begin.exec(line)![1]?.toLowerCase() ?? '';
    return { fenced: true, info, lines: [], fence: directive.fence, depth: 0, width: 0, prefix: '' };
  }
  const { quote = '', indent = '', item = '', fence = '', info = '' } = opening.exec(line)?.groups ?? {};
  // "Info strings for backtick code blocks cannot contain backticks."
  if (fence === '' || (fence.startsWith('`') && info.includes('`'))) return undefined;
  const width = indent.length + item.length;
  return {
    fenced: true,
    info: /[\w+-]+/.exec(info)?.[0].toLowerCase() ?? '',
    lines: [],
    fence,
    depth: depthOf(quote),
    width,
    prefix: item === '' ? quote + indent : quote + indent + ' '.repeat(item.length),
  };
}

function depthOf(quote: string): number {
  return quote.split('>').length - 1;
}

function closes(line: string, { fence }: OpenFence): boolean {
  const directive = directives.find(({ fence: own }) => own === fence);
  if (directive) return directive.end.test(line);
  const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing?.startsWith(fence) ?? false;
}

/** Number of characters that do not belong to the block; undefined when its quote has ended. */
function skippedIn(line: string, { depth, width }: OpenFence): number | undefined {
  let at = 0;
  for (let seen = 0; seen < depth; seen++) {
    const marker = /^[ \t]{0,3}>/.exec(line.slice(at));
    if (!marker) return undefined;
    at += marker[0].length;
  }
  const blanks = /^[ \t]*/.exec(line.slice(at))![0].length;
  return at + Math.min(width, blanks);
}
