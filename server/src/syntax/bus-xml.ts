/** Policies and introspection files of D-Bus: the names in attributes of their elements. What stands in comments is prose. */
import type { Carried } from './carried.ts';
import { type Fragment, slice } from './fragment.ts';
import { literal, makeWord } from './word.ts';

/** dbus-daemon(1), "CONFIGURATION FILE", and the introspection format of the D-Bus specification. */
const attribute =
  /\s(own|own_prefix|name|(?:send|receive)_(?:destination|sender|interface|path))\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

export function busXmlParts(source: Fragment): Carried[] {
  const text = source.text.replace(/<!--.*?(?:-->|$)/gs, comment => ' '.repeat(comment.length));
  return [...text.matchAll(attribute)].map(({ 0: whole, 1: key, 2: double, 3: single, index }) => {
    const value = double ?? single ?? '';
    const start = index + whole.length - 1 - value.length;
    const inside = slice(source, { start, end: start + value.length });
    return {
      kind: 'bus-name',
      attribute: key!,
      name: makeWord(inside, { start: 0, end: value.length }, [literal(0, value, 'double')]),
    };
  });
}
