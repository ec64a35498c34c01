/** The table of other people's programs, entry by entry, and the reader of command lines. */
import assert from 'node:assert/strict';
import { baseName } from '../../server/src/programs/base-name.ts';
import { hasOption, readOptions, readTexts } from '../../server/src/programs/command-line.ts';
import { errexitSet } from '../../server/src/programs/errexit.ts';
import { programOf, programs } from '../../server/src/programs/programs.ts';
import { wrappedProgram } from '../../server/src/programs/runs.ts';
import { others } from './cases-of-others.ts';
import { runners } from './cases-of-runners.ts';
import { told, wordsOf } from './told.ts';
import { valuedOptions } from './valued-options.ts';

const cases = [...runners, ...others];
const known = programs.flatMap(({ names }) => names);

describe('the table of programs says of', () => {
  for (const [line, expected] of cases) it(line, () => assert.equal(told(line), expected));
});

describe('the table of programs', () => {
  it('has each name once', () => {
    assert.deepEqual(
      known.filter((name, at) => known.indexOf(name) !== at),
      [],
    );
  });

  it('has a case for each name', () => {
    const named = new Set(cases.map(([line]) => baseName(line.split(' ')[0]!)));
    assert.deepEqual(
      known.filter(name => !named.has(name)),
      [],
    );
  });

  it('has a case for each option with a meaning', () => {
    const used = new Set(
      cases.flatMap(([line]) => {
        const [name, ...args] = wordsOf(line);
        const program = programOf(name!.value!);
        const { options, operands } = readOptions(args, program);
        // `capsh -- -c SCRIPT`: the option counts after an operand, too.
        const names = [...options.map(option => option.name), ...operands.map(({ value = '' }) => value)];
        return names.map(option => program.optionsByName.get(option));
      }),
    );
    const meaning = programs.flatMap(({ options = [] }) => options.filter(option => option.meaning !== 'other'));
    assert.deepEqual(
      [...new Set(meaning)].filter(option => !used.has(option)),
      [],
    );
  });
});

describe('options take their values', () => {
  for (const [name, options] of valuedOptions)
    it(`of ${name}`, () => {
      const words = options.split(' ').flatMap(option => [option, 'value']);
      const line = readTexts([...words, 'operand'], programOf(name));
      assert.deepEqual(
        line.options.map(option => `${option.name} ${option.value}`),
        options.split(' ').map(option => `${option} value`),
      );
      assert.deepEqual(line.operands, ['operand']);
    });

  it('of all programs', () => {
    const taking = programs.flatMap(({ names: [name], options = [] }) => {
      const all = options.flatMap(option => (option.value === 'required' ? option.names : []));
      return all.length > 0 ? [[name, all.join(' ')]] : [];
    });
    assert.deepEqual(taking, valuedOptions);
  });
});

/** `name=value` of every option, then the operands. */
function read(line: string): string {
  const [name = '', ...args] = line.split(' ');
  const { options, operands } = readTexts(args, programOf(name));
  return [...options.map(option => (option.value === undefined ? option.name : `${option.name}=${option.value}`)), '|']
    .concat(operands)
    .join(' ');
}

describe('options and operands of', () => {
  for (const [line, expected] of [
    ['journalctl -fu a b', '-f -u=a | b'],
    ['journalctl -fua b', '-f -u=a | b'],
    ['journalctl --unit a --unit=b -u', '--unit=a --unit=b -u |'],
    ['systemctl a -n 5 -- -n', '-n=5 | a -n'],
    ['sudo -u a b -u c', '-u=a | b -u c'],
    ['sudo -u', '-u |'],
    ['grep - a', '| - a'],
    ['sed -i -e a', '-i -e=a |'],
    ['sed -ni.bak a', '-n -i=.bak | a'],
    ['sed --in-place a', '--in-place | a'],
    ['sed --in-place=.bak a', '--in-place=.bak | a'],
    ['xargs -i a {}', '-i | a {}'],
    ['xargs -i@ a @', '-i=@ | a @'],
    ['plink -pw a b', '-pw=a | b'],
    ['echo -ne a', '-n -e | a'],
    ['echo -next -n', '| -next -n'],
    ['unknown -ab c --d=e', '-a -b --d=e | c'],
  ] as const)
    it(line, () => assert.equal(read(line), expected));

  it('words whose text is known only at run time', () => {
    const [, ...args] = wordsOf('journalctl -u$UNIT --unit="$UNIT" $MORE');
    const { options, operands } = readOptions(args, programOf('journalctl'));
    assert.deepEqual(
      options.map(({ name, value }) => [name, value?.word.text, value?.offset]),
      [
        ['-u', '-u$UNIT', 2],
        ['--unit', '--unit="$UNIT"', 7],
      ],
    );
    assert.deepEqual(
      operands.map(({ text }) => text),
      ['$MORE'],
    );
  });

  it('an unknown program', () => {
    assert.equal(hasOption(readTexts(['-e'], programOf('unknown')), 'pattern'), false);
  });
});

describe('the program after wrappers', () => {
  for (const [line, expected] of [
    ['tee a', 'tee a'],
    ['sudo -u root tee a', 'tee a'],
    ['sudo env A=b nice -n 5 tee a', 'tee a'],
    ['timeout 5 tee a', 'tee a'],
    ['xargs tee', 'xargs tee'],
    ['ssh host tee a', 'ssh host tee a'],
    ['sudo -i', 'sudo -i'],
  ] as const)
    it(line, () => assert.equal(wrappedProgram(line.split(' ')).join(' '), expected));
});

describe('whether a shell ends with the first failure', () => {
  for (const [words, expected] of [
    ['-e', true],
    ['-eu', true],
    ['-uo errexit', true],
    ['-o pipefail', undefined],
    ['+e', false],
    ['+o errexit', false],
    ['-e +e', false],
    ['-x', undefined],
    ['', undefined],
  ] as const)
    it(`set ${words}`, () => assert.equal(errexitSet(words.split(' ')), expected));
});
