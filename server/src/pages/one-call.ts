/** Reads the one program that pages use as an example, `os.system("...")`, without the parsers of whole languages. */
import type { EmbeddedCall } from '../languages/embedded.ts';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import type { SourceText } from '../languages/program-strings/source-text.ts';
import type { Fragment } from '../text/fragment.ts';

export const oneCall: SourceReader = {
  parts: source => [callIn(source)],
  opaqueRanges: () => ({ comments: [], texts: [] }),
};

function callIn(source: Fragment): EmbeddedCall {
  const { text } = source;
  const end = text.indexOf('(');
  const inside = { start: end + 2, end: text.length - 2 };
  const command: SourceText = [{ text: text.slice(inside.start, inside.end), ...inside }];
  const written = text.slice(0, end);
  return {
    kind: 'call',
    source,
    callee: written.split('.'),
    written,
    name: { start: 0, end },
    language: 'python',
    modules: new Set(),
    texts: () => [command],
    readings: () => [{ arguments: [{ kind: 'text', text: command }], place: { list: source, index: 0 } }],
  };
}
