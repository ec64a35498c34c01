/** String literals as the text that they denote. */
import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../../text/fragment.ts';
import type { Quoting, SourceGrammar } from './grammar.ts';
import type { SourcePiece } from './source-text.ts';

/** A piece of text, or an expression that inserts another one. */
export type LiteralPart = SourcePiece | Hole;

export interface Hole extends Range {
  /** Undefined where it is not a separate node. */
  readonly hole: SyntaxNode | undefined;
}

/** Undefined for an unclosed literal. */
export function literalParts(
  node: SyntaxNode,
  text: string,
  grammar: SourceGrammar,
): readonly LiteralPart[] | undefined {
  if (grammar.bareStrings?.node === node.name) return bareParts(node, text, grammar.bareStrings.pattern);
  const written = text.slice(node.from, node.to);
  for (const quoting of grammar.quotings) {
    const opening = quoting.opening.exec(written);
    if (!opening) continue;
    const end = quoting.end(opening);
    if (!written.endsWith(end) || written.length < opening[0].length + end.length) return undefined;
    const inside = { start: node.from + opening[0].length, end: node.to - end.length };
    return decoded(inside, text, quoting, holesIn(node, grammar), grammar.doublesBraces === node.name);
  }
  return undefined;
}

/** Adjacent strings; undefined where anything else is among them. */
function bareParts({ from, to }: SyntaxNode, text: string, pattern: RegExp): readonly LiteralPart[] | undefined {
  const found: LiteralPart[] = [];
  const written = text.slice(from, to);
  const next = new RegExp(pattern, 'dy');
  while (next.lastIndex < written.length) {
    const inside = next.exec(written)?.indices?.groups?.inside;
    if (!inside) return undefined;
    const range = { start: from + inside[0], end: from + inside[1] };
    found.push(...decoded(range, text, { escapes: 'all' }, [], false));
  }
  return found;
}

function holesIn(node: SyntaxNode, { holes }: SourceGrammar): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  if (holes.size === 0) return found;
  for (let child = node.firstChild; child; child = child.nextSibling) if (holes.has(child.name)) found.push(child);
  return found;
}

const sequences = /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|U[\da-fA-F]{8}|[0-7]{1,3}|[\s\S])/y;
const quoteSequences = /\\[\\'"`]/y;
const never = /(?!)/y;

function decoded(
  { start, end }: Range,
  text: string,
  { escapes, holes = never }: Pick<Quoting, 'escapes' | 'holes'>,
  nodes: readonly SyntaxNode[],
  isFormat: boolean,
): readonly LiteralPart[] {
  const parts: LiteralPart[] = [];
  const sequence = escapes === 'none' ? never : escapes === 'quotes' ? quoteSequences : sequences;
  let from = start;
  let index = 0;
  const flush = (to: number): void => {
    if (to > from) parts.push({ text: text.slice(from, to), start: from, end: to });
  };
  const put = (part: LiteralPart): number => {
    flush(part.start);
    parts.push(part);
    from = part.end;
    return part.end;
  };
  for (let at = start; at < end; ) {
    const node = nodes[index];
    if (node && node.from === at) {
      index++;
      at = put({ hole: node, start: at, end: node.to });
      continue;
    }
    const character = text[at]!;
    if (character === '\\') {
      sequence.lastIndex = at;
      const written = sequence.exec(text)?.[0];
      if (written !== undefined) {
        const stop = Math.min(at + written.length, end);
        at = put({ text: unescaped(written, escapes), start: at, end: stop });
        continue;
      }
    } else if (character === '$' || character === '{') {
      holes.lastIndex = at;
      const written = holes.exec(text)?.[0];
      if (written !== undefined) {
        at = put({ hole: undefined, start: at, end: Math.min(at + written.length, end) });
        continue;
      }
    }
    const isDoubled = isFormat && /[{}]/.test(character) && text[at + 1] === character;
    at = isDoubled ? put({ text: character, start: at, end: at + 2 }) : at + 1;
  }
  flush(end);
  return parts;
}

const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07' };

function unescaped(written: string, escapes: Quoting['escapes']): string {
  const rest = written.slice(1);
  if (escapes === 'quotes') return rest;
  const code = /^(?:[xuU]\{?([\da-fA-F]{2,8})\}?|([0-7]{1,3}))$/.exec(rest);
  if (code) return characterOf(code[1] ? Number.parseInt(code[1], 16) : Number.parseInt(code[2]!, 8));
  if (rest === '\n' || rest === '\r\n') return '';
  return named[rest] ?? (escapes === 'known' && /\w/.test(rest) ? written : rest);
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
