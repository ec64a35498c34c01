/**
 * A program and its arguments as a JSON array of strings, the "exec form" of Dockerfile. It reads as one line of words:
 * a blank replaces the quotes and the comma between two strings, so a word is removed, or added, with the blank before
 * it.
 */

import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { literal, makeWord, type Word } from '../../text/word.ts';
import type { EmbeddedCommand } from '../embedded.ts';
import { type JsonValue, parseJson } from '../json/json.ts';

/** Undefined when the text is not an array of strings. */
export function stringArrayCommand(source: Fragment): EmbeddedCommand | undefined {
  const { root, problems } = parseJson(source);
  if (root?.type !== 'array' || root.items.length === 0 || problems.length > 0) return undefined;
  if (!root.items.every(({ type }) => type === 'string')) return undefined;
  const insides = root.items.map(({ start, end }: JsonValue): Range => ({ start: start + 1, end: end - 1 }));
  const decoder = new Decoder();
  const places: Range[] = [];
  insides.forEach((inside, index) => {
    if (index > 0) decoder.decode(' ', { start: insides[index - 1]!.end, end: inside.start });
    const start = decoder.length;
    // A backslash would seem to quote the blank after it; no relevant word contains one.
    addString(decoder, source, inside, text => text.replaceAll('\\', '/'));
    places.push({ start, end: decoder.length });
  });
  const line = decoder.finish(source, root, asStrings);
  const [first, ...rest] = places.map(place =>
    makeWord(line, place, [literal(place.start, line.text.slice(place.start, place.end), 'double')]),
  );
  const scripts = new Map(places.map(({ start }, index) => [start, insides[index]!]));
  const range = { start: root.items[0]!.start, end: root.items.at(-1)!.end };
  return (
    first && {
      kind: 'command',
      words: [first, ...rest],
      innerScript: word => scriptOf(word, scripts, source),
      list: { source, range, separator: ', ' },
    }
  );
}

/** Words that need no escape; further ones become strings of their own. */
function asStrings(text: string): string | undefined {
  return /^ ?[\w@%+=:,./-]+(?: [\w@%+=:,./-]+)*$/.test(text) ? text.replaceAll(' ', '", "') : undefined;
}

/** The text of a string, with its escapes (RFC 8259, section 7) decoded. */
function addString(decoder: Decoder, source: Fragment, { start, end }: Range, shown = (text: string) => text): void {
  for (const { 0: written, index } of source.text.slice(start, end).matchAll(/\\u[\da-fA-F]{4}|\\[^u]|[^\\]+/g)) {
    const from = start + index;
    if (written.startsWith('\\'))
      decoder.decode(shown(JSON.parse(`"${written}"`) as string), { start: from, end: from + written.length });
    else decoder.copy(written, from);
  }
}

function scriptOf(word: Word, scripts: ReadonlyMap<number, Range>, source: Fragment): Fragment {
  const inside = scripts.get(word.start) ?? { start: 0, end: 0 };
  const decoder = new Decoder();
  addString(decoder, source, inside);
  return decoder.finish(source, inside, text => JSON.stringify(text).slice(1, -1));
}
