/** Descriptions and policies of D-Bus. */

import { defineLanguage } from '../language.ts';
import { markupCommentPlaces } from '../markup-comments.ts';
import { busXmlParts } from './bus-xml.ts';

export const busXml = defineLanguage({
  name: 'bus-xml',
  files: [
    {
      pattern: /(?:^|\/)(?:dbus-1\/(?:[^/]+\/)*[^/]+\.conf|io\.mender\.[^/]+\.(?:conf|xml))$/,
      names: ['dbus-1/system.d/agent.conf', 'io.mender.Agent.conf', 'io.mender.Agent.xml'],
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
