/** Bodies of heredocs as their reader sees them (XCU 2.7.4). */
import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import type * as sh from './shell-parser.ts';

/**
 * The offsets of `node` index the text `outer`. What the shell expands stays as it is written; only a command
 * substitution becomes a variable of the same length, so that nothing inside it is found twice.
 */
export function heredocText(node: sh.HereDoc, outer: Fragment): Fragment {
  const decoder = new Decoder();
  const { body, delimiter } = node;
  const quoted = delimiter?.quoted ?? false;
  const stripsTabs = node.operator === '<<-';
  let at = body.pos;
  if (!quoted) {
    for (const part of body.parts ?? []) {
      if (part.type !== 'CommandExpansion' || !isClosed(part)) continue;
      addLines(outer.text, { start: at, end: part.pos }, { quoted, stripsTabs, first: at === body.pos }, decoder);
      decoder.copy(`$${'_'.repeat(part.end - part.pos - 1)}`, part.pos);
      at = part.end;
    }
  }
  addLines(outer.text, { start: at, end: body.end }, { quoted, stripsTabs, first: at === body.pos }, decoder);
  const encode = quoted ? (text: string) => text : (text: string) => text.replace(/[\\$`]/g, '\\$&');
  return decoder.finish(outer, { start: body.pos, end: body.end }, encode);
}

/** One that is being typed swallows the rest of the heredoc, which does not belong to it. */
function isClosed({ text }: sh.CommandExpansionPart): boolean {
  return /^`[\s\S]*`$|^\$\([\s\S]*\)$|^\$\{[\s\S]*\}$/.test(text);
}

interface Reading {
  readonly quoted: boolean;
  readonly stripsTabs: boolean;
  /** The range begins with a line. */
  readonly first: boolean;
}

function addLines(text: string, { start, end }: Range, { quoted, stripsTabs, first }: Reading, decoder: Decoder): void {
  let lineStart = first;
  let at = start;
  while (at < end) {
    if (lineStart && stripsTabs) while (at < end && text[at] === '\t') at++;
    lineStart = false;
    const from = at;
    while (at < end && text[at] !== '\n' && (quoted || text[at] !== '\\')) at++;
    decoder.copy(text.slice(from, at), from);
    if (at >= end) break;
    if (text[at] === '\n') {
      decoder.copy('\n', at++);
      lineStart = true;
      continue;
    }
    const escaped = text[at + 1] ?? '';
    const length = escaped !== '' && '$`\\\n'.includes(escaped) ? 2 : 1;
    if (length === 1) decoder.copy('\\', at);
    else if (escaped !== '\n') decoder.decode(escaped, { start: at, end: at + 2 });
    at += length;
  }
}
