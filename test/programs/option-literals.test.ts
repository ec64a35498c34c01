/**
 * Only the table of programs contains options of other people's programs: no literal of the rooms that read it is one.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../support/build.ts';
import { literalsOf } from '../support/literals.ts';

const source = join(root, 'server/src');
const rooms = ['usage', 'fixes', 'rules', 'findings', 'languages', 'assist'];

/** Texts that look like an option of another program and are none, and why. */
const exceptions: readonly { readonly file: string; readonly text: string; readonly why: string }[] = [
  ...['^-{0,2}[a-z]{2,12}(?:-[a-z]{2,12}){0,2}$', ' --version', '--help'].map(text => ({
    file: 'rules/command.ts',
    text,
    why: 'how commands and options of the Mender client look',
  })),
  ...['--help', '^-{0,2}h(?:elp)?$', '^(?:--?version|-v|version)$'].map(text => ({
    file: 'rules/probe-queries.ts',
    text,
    why: 'what the Mender client is asked',
  })),
  { file: 'fixes/rewrite-help.ts', text: '--help', why: 'what the Mender client is asked' },
  {
    file: 'fixes/rewrite-call.ts',
    text: '3.x also refuses `--version` after a subcommand',
    why: 'what the Mender client is asked',
  },
  { file: 'rules/recipe-fixes.ts', text: '-native', why: 'the end of the name of a recipe' },
  { file: 'findings/link.ts', text: 'ln -s ', why: 'a command line that is written to be read' },
  ...['ln -s', 'mkdir -p', 'rm -f'].map(text => ({
    file: 'languages/makefile/makefile.ts',
    text,
    why: 'what a variable of makefiles stands for',
  })),
  { file: 'languages/execline/language.ts', text: '#!/usr/bin/execlineb -P\n', why: 'the beginning of a sample' },
  ...['^--?[a-z][\\w-]*$', '^-{1,2}(?:h|help|v|version|demo|no-\\w[\\w-]*)$'].map(text => ({
    file: 'languages/plain-commands.ts',
    text,
    why: 'how options look in prose, whichever they are',
  })),
];

/** `-x`, `--long` where a word begins, in a text or a regular expression. */
const option = /(?:^|\^|\\s|[\s'"`=(|])(?:\(\?:)*(?:-\??|-\{[\d,]+\}){1,2}(?:\(\?:|\[(?!\^)|\\w\*)*[a-zA-Z]/;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

describe('options of other programs', () => {
  it('are in no literal outside the table', () => {
    const literals = rooms
      .flatMap(room => filesBelow(join(source, room)))
      .flatMap(path =>
        literalsOf(path, readFileSync(path, 'utf8')).map(({ text }) => ({ file: relative(source, path), text })),
      );
    assert.ok(literals.length > 3000);
    const found = literals.filter(({ text }) => option.test(text));
    const isAllowed = ({ file, text }: (typeof found)[number]) =>
      exceptions.some(exception => exception.file === file && exception.text === text);
    assert.deepEqual(
      found.filter(each => !isAllowed(each)),
      [],
    );
    const isUsed = ({ file, text }: (typeof exceptions)[number]) =>
      found.some(each => each.file === file && each.text === text);
    assert.deepEqual(
      exceptions.filter(each => !isUsed(each)),
      [],
    );
  });

  const cases: readonly (readonly [code: string, isOption: boolean])[] = [
    ["'-x'", true],
    ["'--long'", true],
    ["'ln -s '", true],
    ['`tee -a ${files}`', true],
    ['/^-[nz]$/', true],
    ['/^(?:-[slLW]|--status)$/', true],
    ['/\\s-(?:\\w*f|-force)/', true],
    ['/^--?(?:x|long)$/', true],
    ['/^[a-z]+-[a-z]+$/', false],
    ['/^a(?:-[a-z]+)*$/', false],
    ["'kebab-case'", false],
    ["'a - b'", false],
    ["'--'", false],
    ["import './-x.ts'", false],
  ];
  for (const [code, isOption] of cases) {
    it(code, () =>
      assert.equal(
        literalsOf('a.ts', code).some(({ text }) => option.test(text)),
        isOption,
      ),
    );
  }
});
