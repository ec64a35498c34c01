/**
 * Policies and introspection files of D-Bus: the names in attributes of their elements, and those that the comment
 * before an interface documents. Other text in comments is prose.
 */

import { busFiles } from '../../mender/file-names.ts';
import { type Fragment, slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { markupCommentPlaces } from '../markup-comments.ts';

export const busXml = defineLanguage({
  name: 'bus-xml',
  files: [
    {
      pattern: new RegExp(`(?:^|/)dbus-1/(?:[^/]+/)*[^/]+\\.conf$|${busFiles.pattern.source}`),
      names: ['dbus-1/system.d/agent.conf', ...busFiles.names],
      why: 'description of D-Bus by its name',
    },
  ],
  start: {
    names: /^[^.]+$|\.conf$/,
    // dbus-daemon(1), "CONFIGURATION FILE": only comments, a declaration and a document type may come before it.
    pattern: /^\uFEFF?(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE\s+busconfig\b[^>]*>)*<busconfig\b/,
    why: 'description of D-Bus by its first element',
    sample: { names: ['agent-bus'], beginning: '<busconfig>\n' },
  },
  parts: busXmlParts,
  comments: (_, text) => markupCommentPlaces(text),
  head: /^(?:<\?xml[^>]*\?>[ \t]*\r?\n)?/,
  example:
    '<busconfig>\n  <policy user="root">\n    <allow send_destination="io.mender.UpdateManager"/>\n  </policy>\n</busconfig>\n',
});

/** dbus-daemon(1), "CONFIGURATION FILE", and the introspection format of the D-Bus specification. */
const attribute =
  /\s(own|own_prefix|name|(?:send|receive)_(?:destination|sender|interface|path))\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

const comment = /<!--.*?(?:-->|$)/gs;

/** gdbus-codegen(1): a line with the interface's name, and the list of where it is exposed. */
const documented = /^[ \t]*(?:(?=[\w.]+:\r?$)|\* (connection|object): `(?=[\w./]+`\r?$))([\w./]+)/gm;

function busXmlParts(source: Fragment): Embedded[] {
  const names: Embedded[] = [];
  const text = source.text.replace(comment, (prose, at: number) => {
    for (const { 0: whole, 1: key = 'interface', 2: value, index } of prose.matchAll(documented))
      names.push(busName(source, key, at + index + whole.length - value!.length, value!));
    return ' '.repeat(prose.length);
  });
  for (const { 0: whole, 1: key, 2: double, 3: single, index } of text.matchAll(attribute)) {
    const value = double ?? single ?? '';
    names.push(busName(source, key!, index + whole.length - 1 - value.length, value));
  }
  return names;
}

function busName(source: Fragment, attribute: string, start: number, value: string): Embedded {
  const inside = slice(source, { start, end: start + value.length });
  const name = makeWord(inside, { start: 0, end: value.length }, [literal(0, value, 'double')]);
  return { kind: 'bus-name', use: `${attribute}="${value}"`, name };
}
