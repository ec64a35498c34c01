/** Words of a shell: their values, where each character is written, and how many words they may become. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseShell } from '../../../server/src/languages/shell/shell.ts';
import { innerScript, shellWord } from '../../../server/src/languages/shell/shell-word.ts';
import { stretches, wholeText } from '../../../server/src/text/fragment.ts';
import { locate, type Word, wordCount } from '../../../server/src/text/word.ts';
import { bashOutput } from '../../support/parses.ts';

/** The second word of a command. */
function argument(text: string): Word {
  const [part] = parseShell(wholeText(`a ${text}`)).parts;
  const command = part?.scripts[0]?.commands[0]?.command;
  if (command?.type !== 'Command' || command.args[0]?.type !== 'Word') throw new Error(`no word in ${text}`);
  return shellWord(command.args[0], part!.source);
}

describe("escapes of $'...'", () => {
  for (const [text, value] of [
    ["$'a\\nb'", 'a\nb'],
    ["$'\\x41\\x4A'", 'AJ'],
    ["$'\\101\\1012'", 'AA2'],
    ["$'\\u00e9\\U1F600'", 'é😀'],
    ["$'\\cA'", '\x01'],
    ["$'it\\'s \\\"x\\\"'", 'it\'s "x"'],
    ["$'\\q\\ '", '\\q\\ '],
    ["$''", ''],
    ["$'a\\\\'", 'a\\'],
  ] as const) {
    it(text, () => assert.equal(argument(text).value, value));
  }

  it('that denote a part of a character, or end the string, are known only at run time', () => {
    for (const text of ["$'\\xc3\\xa9'", "$'a\\0b'"]) assert.equal(argument(text).value, undefined);
  });

  it('read as bash reads them', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\\n',
      '\\t',
      "\\'",
      '\\"',
      '\\\\',
      '\\e',
      '\\x41',
      '\\101',
      '\\q',
      '\\u41',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = `$'${pieces.join('')}'`;
        assert.equal(argument(text).value, bashOutput(`printf %s ${text}`));
      }),
      { numRuns: 60 },
    );
  });
});

describe('text written into a quoted script reads back unchanged', () => {
  const quoted = fc.constantFrom(
    "'mender commit'",
    '"mender commit"',
    "$'mender\\tcommit'",
    'mender\\ commit',
    '\'mender \'"commit"',
    "'mender'\\ $'commit'",
  );
  const inserted = fc.string({
    unit: fc.constantFrom('a', ' ', "'", '"', '$', '`', '\\', '*', ';', '!', '\t'),
    maxLength: 6,
  });
  it('at any place', () => {
    fc.assert(
      fc.property(quoted, inserted, fc.nat(12), (text, addition, at) => {
        const word = argument(text);
        const script = innerScript(word);
        const written = script.write(addition, at);
        if (written === undefined) return;
        const place = script.startOf(at);
        const after = `a ${text}`.slice(0, place) + written + `a ${text}`.slice(place);
        const wanted = script.text.slice(0, at) + addition + script.text.slice(at);
        assert.equal(bashOutput(`printf %s ${after.slice(2)}`), wanted);
      }),
      { numRuns: 80 },
    );
  });
});

describe('stretches of a script in quotes', () => {
  for (const [text, wanted] of [
    ["'ab'", ['ab']],
    ['\'ab\'"cd"', ['ab', 'cd']],
    ["'a'\\''b'", ['a', "\\'", 'b']],
    ["$'a\\nb'", ['a\\nb']],
    ['a\\ b', ['a\\ b']],
  ] as const) {
    it(text, () => {
      const script = innerScript(argument(text));
      const found = stretches(script, { start: 0, end: script.text.length });
      assert.deepEqual(
        found.map(({ start, end }) => `a ${text}`.slice(start, end)),
        wanted,
      );
    });
  }
});

describe('places of characters', () => {
  for (const [text, offset, length, wanted] of [
    ['mender', 0, 6, 'mender'],
    ['"mender"', 0, 6, 'mender'],
    ['"mender".service', 0, 6, 'mender'],
    ["'mender'-client", 0, 13, "'mender'-client"],
    ["'mender'-client", 0, 9, undefined],
    ["x='mender'-client", 2, 13, undefined],
    ['\\mender', 0, 6, '\\mender'],
    ['$X/mender', 2, 6, 'mender'],
    ['$X/mender', 0, 3, undefined],
  ] as const) {
    it(`${length} from ${offset} of ${text}`, () => {
      const word = argument(text);
      const range = locate(word, offset, length);
      assert.equal(range && word.source.text.slice(range.start, range.end), wanted);
    });
  }
});

describe('how many words', () => {
  const cases = {
    one: ['a', '"$X"', '"$(a)"', '"$*"', '"${X[*]}"', '"${X:-a b}"', '*'.replace('*', "'*'")],
    'likely one': ['$X', '${X}', 'a$X', '${X%/}', '${X:-a}'],
    any: ['$@', '"$@"', '$*', '"${X[@]}"', '${X[@]}', '*.x', '$(a)', '`a`', '${X:+a}', '{a,b}'],
  } as const;
  for (const [count, texts] of Object.entries(cases))
    for (const text of texts) it(`${text}: ${count}`, () => assert.equal(wordCount(argument(text)), count));
});
