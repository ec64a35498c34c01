/** Where commands begin, compared with tree-sitter's grammar of bash; where the two differ, bash decides. */
import assert from 'node:assert/strict';
import { accepts, beginsCommand } from './bash.ts';
import { ourCommands } from './our-commands.ts';
import { machineScripts, ownScripts } from './scripts.ts';
import { type CommandNames, treeSitterCommands } from './tree-sitter.ts';

interface Difference {
  readonly text: string;
  readonly offset: number;
  readonly by: 'us' | 'tree-sitter';
}

/** Known mistakes of the grammar that bash cannot decide. */
const explained: readonly { readonly why: string; readonly is: (difference: Difference) => boolean }[] = [
  {
    why: 'a reserved word after a list it misread is taken for a command',
    is: ({ by, text, offset }) =>
      by === 'tree-sitter' &&
      /^(?:then|do|done|fi|if|elif|else|for|while|case|esac|[{}])(?:\s|;|$)/.test(text.slice(offset)),
  },
  {
    why: 'the name of a variable in the middle of a word is taken for a command',
    is: ({ by, text, offset }) => by === 'tree-sitter' && text[offset - 1] === '$',
  },
  {
    why: 'backquotes are not looked into within backquotes, heredocs and parameters',
    is: ({ by, text, offset }) => by === 'us' && /`\s*$/.test(text.slice(0, offset)),
  },
];

describe('the places of commands', () => {
  let theirs: CommandNames;
  before(async () => {
    theirs = await treeSitterCommands();
  });

  for (const [whose, scripts] of [
    ['the project', ownScripts],
    ['this machine', machineScripts],
  ] as const) {
    it(`are those that other parsers find in the scripts of ${whose}`, () => {
      const wrong = scripts().flatMap(({ name, text }) =>
        differences(text, theirs)
          .filter(difference => !isOurs(difference))
          .map(({ by, offset }) => `${by}: ${name}:${offset} ${JSON.stringify(text.slice(offset, offset + 40))}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('agree with bash', () => {
    const text = 'if a; then b "$(c d)" | e f; fi # g';
    const places = [...text].flatMap((character, at) =>
      /[a-g]/.test(character) && ourCommands(text).has(at) ? at : [],
    );
    assert.deepEqual(
      places.map(at => text[at]),
      ['a', 'b', 'c', 'e'],
    );
    assert.ok(places.every(at => beginsCommand(text, at)));
    assert.ok(!beginsCommand(text, text.indexOf('d)')));
  });
});

function differences(text: string, treeSitter: CommandNames): Difference[] {
  const theirs = treeSitter(text);
  if (!theirs) return [];
  const ours = ourCommands(text);
  return [
    ...[...ours].filter(offset => !theirs.has(offset)).map(offset => ({ text, offset, by: 'us' as const })),
    ...[...theirs].filter(offset => !ours.has(offset)).map(offset => ({ text, offset, by: 'tree-sitter' as const })),
  ];
}

/** Whether we are right. */
function isOurs(difference: Difference): boolean {
  if (explained.some(({ is }) => is(difference))) return true;
  const { text, offset, by } = difference;
  return accepts('bash', text) && beginsCommand(text, offset) === (by === 'us');
}
