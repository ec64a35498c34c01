/** A program and its arguments as a JSON array of strings, the "exec form" of Dockerfile and Compose. */
import type { CarriedCommand } from './carried.ts';
import { Decoder, type Fragment } from './fragment.ts';
import { type JsonValue, parseJson } from './json.ts';
import { literal, makeWord, type Word } from './word.ts';

/** Undefined when the text is no array of strings. */
export function stringArrayCommand(source: Fragment): CarriedCommand | undefined {
  const { root, problems } = parseJson(source);
  if (root?.type !== 'array' || problems.length > 0) return undefined;
  // A word's range leaves the quotes out: text from one word to the next then has both quotes between them, or none.
  const strings: Fragment = {
    ...source,
    write: text => (/^[\w@%+=:,./-]+$/.test(text) ? source.write(text) : undefined),
  };
  const [first, ...rest] = root.items.map(item => wordOf(strings, item));
  if (!first || rest.includes(undefined)) return undefined;
  return { kind: 'command', words: [first, ...(rest as Word[])], innerScript: word => scriptOf(word, source) };
}

function wordOf(source: Fragment, { type, scalar, start, end }: JsonValue): Word | undefined {
  if (type !== 'string' || typeof scalar !== 'string') return undefined;
  const inside = { start: start + 1, end: end - 1 };
  const piece = { ...literal(inside.start, scalar, 'double'), end: inside.end };
  return makeWord(source, inside, [piece]);
}

/** The text of a string, its escapes (RFC 8259, section 7) read. */
function scriptOf({ start, end }: Word, source: Fragment): Fragment {
  const decoder = new Decoder();
  for (const { 0: written, index } of source.text.slice(start, end).matchAll(/\\u[\da-fA-F]{4}|\\[^u]|[^\\]+/g)) {
    const from = start + index;
    if (written.startsWith('\\'))
      decoder.decode(JSON.parse(`"${written}"`) as string, { start: from, end: from + written.length });
    else decoder.copy(written, from);
  }
  return decoder.finish(source, { start, end }, text => JSON.stringify(text).slice(1, -1));
}
