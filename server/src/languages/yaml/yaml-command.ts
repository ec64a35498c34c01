/**
 * A program and its arguments as a YAML list. It reads as one line of words, each as it is written, with its quotes: a
 * blank replaces the separator of two items, so a word is removed with the separator before it.
 */

import { Decoder, type Fragment, type Range, slice } from '../../text/fragment.ts';
import { lineEndAt } from '../../text/line.ts';
import { literal, makeWord, type Piece, type Word } from '../../text/word.ts';
import type { EmbeddedCommand } from '../embedded.ts';
import type { YamlNode, YamlScalar } from './yaml.ts';

/** Nothing when an item is not a scalar. */
export function yamlCommand(items: readonly YamlNode[]): EmbeddedCommand[] {
  const scalars = items.filter(item => item.kind === 'scalar');
  const [head] = scalars;
  const last = scalars.at(-1);
  if (!head || !last || scalars.length < items.length) return [];
  const { source } = head;
  const decoder = new Decoder();
  const starts: number[] = [];
  scalars.forEach(({ start, end }, index) => {
    if (index > 0) decoder.decode(' ', { start: scalars[index - 1]!.end, end: start });
    starts.push(decoder.length);
    decoder.copy(source.text.slice(start, end), start);
  });
  const line = decoder.finish(source, { start: head.start, end: last.end }, plainWord);
  const [first, ...rest] = scalars.map((scalar, index) => wordAt(scalar, starts[index]!, line));
  const texts = new Map(scalars.map((scalar, index) => [starts[index], scalar.fragment]));
  const nothing: Fragment = { text: '', startOf: () => head.start, endOf: () => head.start, write: () => undefined };
  return first
    ? [
        {
          kind: 'command',
          words: [first, ...rest],
          innerScript: word => texts.get(word.start) ?? nothing,
          list: {
            source,
            range: { start: head.start, end: last.end },
            separator: separatorOf(source.text, head.start),
          },
        },
      ]
    : [];
}

/** The items of a list; the words of an unquoted text, or all of it where its characters cannot be located. */
export function wordsIn(node: YamlNode): readonly YamlNode[] {
  if (node.kind !== 'scalar') return node.kind === 'list' ? node.items : [];
  const { source, start, value, style, fragment } = node;
  if (!fragment || style !== 'plain' || !source.text.startsWith(value, start) || /["'\\]/.test(value)) return [node];
  return [...value.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    ...node,
    start: start + index,
    end: start + index + text.length,
    value: text,
    fragment: oneWord(slice(fragment, { start: index, end: index + text.length })),
  }));
}

/** A text that is split at blanks has none in a word. */
function oneWord(fragment: Fragment): Fragment {
  return { ...fragment, write: (text, at) => (/[\s"'\\]/.test(text) ? undefined : fragment.write(text, at)) };
}

/** A list with one item on each line continues with another line. */
function separatorOf(text: string, firstItem: number): string {
  const lineStart = text.lastIndexOf('\n', firstItem - 1) + 1;
  const before = text.slice(lineStart, firstItem);
  return /^[ \t]*(?:-[ \t]+)+$/.test(before)
    ? `${lineEndAt(text, firstItem)}${before.replace(/-(?=.*-)/g, ' ')}`
    : ', ';
}

/** The one word that a scalar is. */
export function wordOf(scalar: YamlScalar): Word {
  const { source, start } = scalar;
  return wordAt(scalar, start, {
    ...source,
    write: (text, at) => (plainWord(text) === undefined ? undefined : source.write(text, at)),
  });
}

/** Text that is the same in every style. */
function plainWord(text: string): string | undefined {
  return /^[\w+./-]+$/.test(text) ? text : undefined;
}

/** `start` is where the scalar begins in the text of `line`. */
function wordAt({ value, style, ...scalar }: YamlScalar, start: number, line: Fragment): Word {
  const end = start + scalar.end - scalar.start;
  const quoted = style === 'single' || style === 'double';
  const inside = quoted ? { start: start + 1, end: end - 1 } : { start, end };
  return makeWord(line, { start, end }, piecesOf(value, line.text.slice(inside.start, inside.end), inside));
}

/** A template replaces `{{ x }}`. */
function piecesOf(value: string, written: string, { start, end }: Range): Piece[] {
  if (!value.includes('{{')) return [{ kind: 'literal', start, end, value, quote: 'double' }];
  // With escapes in it, characters cannot be located.
  if (written !== value) return [{ kind: 'other', start, end, quote: 'double' }];
  let at = start;
  return value.split(/(\{\{.*?(?:\}\}|$))/m).flatMap((text, index): Piece[] => {
    if (text === '') return [];
    const from = at;
    at += text.length;
    return [index % 2 === 1 ? { kind: 'other', start: from, end: at, quote: 'double' } : literal(from, text, 'double')];
  });
}
