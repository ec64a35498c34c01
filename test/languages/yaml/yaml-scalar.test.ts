/** Scalars of YAML: every character is where the fragment says, and the value is that of the parser. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { member, parseYaml, type YamlScalar } from '../../../server/src/languages/yaml/yaml.ts';
import { wholeText } from '../../../server/src/text/fragment.ts';

function scalarOf(text: string): YamlScalar | undefined {
  const node = member(parseYaml(wholeText(text))[0], 'a');
  return node?.kind === 'scalar' ? node : undefined;
}

const cases: readonly (readonly [text: string, value: string])[] = [
  ['a: b c\n', 'b c'],
  ['a: b\n  c\n\n  d\n', 'b c\nd'],
  ["a: 'it''s'\n", "it's"],
  ["a: 'b\n  c'\n", 'b c'],
  ['a: "b\\tc\\u00e9\\x41 \\\\"\n', 'b\tcéA \\'],
  ['a: "b\\\n   c d"\n', 'bc d'],
  ['a: |\n  b\n   c\n\n  d\n', 'b\n c\n\nd\n'],
  ['a: |-\n  b\n', 'b'],
  ['a: | # comment\n    b\n', 'b\n'],
  ['a: >\n  b\n  c\n\n  d\n   e\n  f\n', 'b c\nd\n e\nf\n'],
  ['a: >\n\n  b\n\n\n  c\n', '\nb\n\nc\n'],
  ['a: |\r\n  b\r\n  c\r\n', 'b\nc\n'],
];

describe('scalars of YAML', () => {
  for (const [text, value] of cases) {
    it(JSON.stringify(text), () => {
      const scalar = scalarOf(text);
      assert.equal(scalar?.value, value);
      assert.equal(scalar.fragment?.text.trimEnd(), value.trimEnd());
    });
  }

  it('know the place of every character that is written as it reads', () => {
    const word = fc.constantFrom('a', 'mender', ' ', '  ', '\n', "'", '"', '\\', ':', '#', 'é', '😀', '- ', '\t');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }).map(words => words.join('')),
        fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
        fc.constantFrom(12, 80),
        (value, defaultStringType, lineWidth) => {
          const text = stringify({ a: value }, { defaultStringType, lineWidth } as never);
          const fragment = scalarOf(text)?.fragment;
          if (!fragment) return;
          for (let at = 0; at < fragment.text.length; at++) {
            const written = text.slice(fragment.startOf(at), fragment.endOf(at + 1));
            const char: string = fragment.text[at]!;
            if (/[a-z]/.test(char) && !written.startsWith('\\')) assert.equal(written, char);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are read as the parser reads them, except for blocks with an explicit indentation', () => {
    const word = fc.constantFrom('a', 'mender commit', ' ', '\n', "'", '"', '\\', 'é', '\n\n', '\n  x');
    let unread = 0;
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }).map(words => `x${words.join('')}`),
        fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
        (value, defaultStringType) => {
          const text = stringify({ a: value }, { defaultStringType } as never);
          if (!scalarOf(text)?.fragment) unread++;
        },
      ),
      { numRuns: 2000 },
    );
    assert.equal(unread, 0);
  });
});
