/** CODEOWNERS: which file counts, and which owners it gives. */
import assert from 'node:assert/strict';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { codeOwnersIn, ownersOf, parseCodeOwners } from '../../server/src/workspace/code-owners.ts';
import { inFolder } from '../support/command.ts';

/** `owners`: joined by blanks. */
interface Case {
  readonly what: string;
  readonly lines: readonly string[];
  readonly owners: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  { what: 'the last match, not the closest', lines: ['*.sh @a', '* @b'], owners: { 'a.sh': '@b', 'x/a.sh': '@b' } },
  { what: 'a later pattern for files in an owned folder', lines: ['/x/ @a', '*.sh @b'], owners: { 'x/a.sh': '@b' } },
  {
    what: 'several owners, teams and addresses',
    lines: ['* @a  @org/team\ta.b@c.example'],
    owners: { x: '@a @org/team a.b@c.example' },
  },
  { what: 'nobody where a pattern has no owner', lines: ['/x/ @a', '/x/y/'], owners: { 'x/a': '@a', 'x/y/a': '' } },
  { what: 'nobody where nothing matches', lines: ['/x/ @a'], owners: { 'y/x/a': '' } },
  { what: 'folders anywhere', lines: ['x/ @a'], owners: { 'x/a': '@a', 'y/x/z/a': '@a', x: '' } },
  { what: 'a folder without a slash, and a file', lines: ['/x @a'], owners: { 'x/y/a': '@a', x: '@a', 'y/x': '' } },
  { what: 'a path in the middle', lines: ['x/y @a'], owners: { 'x/y/a': '@a', 'z/x/y/a': '' } },
  { what: 'only what is in a folder itself', lines: ['x/* @a'], owners: { 'x/a': '@a', 'x/y/a': '', 'z/x/a': '' } },
  { what: 'only the files of the root', lines: ['/* @a'], owners: { a: '@a', 'x/a': '' } },
  { what: 'any depth', lines: ['**/x @a', '/y/**/z @b'], owners: { 'b/x/a': '@a', 'y/z': '@b', 'y/1/2/z': '@b' } },
  { what: 'a question mark, and names by their case', lines: ['a?.sh @a'], owners: { 'ab.sh': '@a', 'AB.sh': '' } },
  { what: 'hidden files', lines: ['* @a'], owners: { '.x/.a': '@a' } },
  { what: 'escaped blanks', lines: ['a\\ b/ @a'], owners: { 'a b/c': '@a', a: '' } },
  {
    what: 'comments, blank lines and ends of lines of Windows',
    lines: ['# * @x', '', '  ', '* @a # not @b\r', '#* @c'],
    owners: { x: '@a' },
  },
  { what: 'a byte order mark', lines: ['\ufeff/x @a'], owners: { x: '@a' } },
  {
    what: 'owners of each section, and of what is before the first',
    lines: ['* @all', '[Docs]', 'docs/ @docs', '[Scripts]', '*.sh @shell', '*.sh @later'],
    owners: { 'docs/a.sh': '@all @docs @later', 'b.sh': '@all @later', c: '@all' },
  },
  {
    what: 'the owners of a heading where an entry has none',
    lines: ['^[Optional][2] @default @org/team', 'a/', 'b/ @b'],
    owners: { 'a/x': '@default @org/team', 'b/x': '@b', c: '' },
  },
  {
    what: 'owners of sections of one name as of one',
    lines: ['[Docs] @a', '*.md', '[Other]', '*.md @other', '[DOCS]', 'x.md @b'],
    owners: { 'x.md': '@b @other', 'y.md': '@a @other' },
  },
  {
    what: 'paths in any folder, with sections',
    lines: ['[A]', 'x/y @a', '/z/y @b'],
    owners: { 'q/x/y': '@a', 'q/z/y': '' },
  },
  {
    what: 'nobody of a section for what it excludes',
    lines: ['* @all', '[A]', '*.sh @a', '!x/', 'x/a.sh @a'],
    owners: { 'a.sh': '@all @a', 'x/a.sh': '@all' },
  },
  {
    what: 'roles, once each',
    lines: ['[A]', '* @@maintainer', '[B]', '* @@maintainer'],
    owners: { x: '@@maintainer' },
  },
  { what: 'ranges, with sections', lines: ['[A]', 'x[0-9] @a'], owners: { x1: '@a', xa: '' } },
];

describe('CODEOWNERS', () => {
  for (const { what, lines, owners } of cases)
    it(`gives ${what}`, () => {
      const parsed = parseCodeOwners(lines.join('\n'));
      assert.deepEqual(parsed.skipped, []);
      const found = Object.keys(owners).map(path => [path, ownersOf(parsed, path).join(' ')]);
      assert.deepEqual(Object.fromEntries(found), owners);
    });

  it('skips lines that GitHub skips, and says which', () => {
    const text = ['* @a', '!x @b', 'x[ab] @b', '\\#x @b', 'x b', 'x @b c', '^[Docs] b', 'y @b'].join('\n');
    const parsed = parseCodeOwners(text);
    assert.deepEqual(parsed.skipped, [2, 3, 4, 5, 6, 7]);
    assert.deepEqual([ownersOf(parsed, 'x'), ownersOf(parsed, 'y')], [['@a'], ['@b']]);
  });

  it('has no sections where only GitHub looks', () =>
    inFolder({ '.github/CODEOWNERS': '* @a\n[ab] @b\n' }, async folder => {
      const found = codeOwnersIn(nodeFiles, folder)!;
      assert.deepEqual([found.skipped, ownersOf(found, 'x')], [[2], ['@a']]);
    }));

  it('does not fail for any pattern', () => {
    for (const pattern of ['\\', '/', '//', '**', '***', '*\\', '/**/', '(', ')+', '{a', '$^', './x', '../x', '\\ '])
      assert.doesNotThrow(() => ownersOf(parseCodeOwners(`${pattern} @a`), 'x/y.sh'), pattern);
  });

  for (const [present, expected] of [
    [['.github', '', 'docs'], '.github/CODEOWNERS'],
    [['', 'docs'], 'CODEOWNERS'],
    [['docs'], 'docs/CODEOWNERS'],
    [['.gitlab', 'x'], '.gitlab/CODEOWNERS'],
    [['docs', '.gitlab'], 'docs/CODEOWNERS'],
    [['x'], undefined],
  ] as const)
    it(`of ${present.map(folder => folder || 'the root').join(', ')} is ${expected ?? 'none'}`, () =>
      inFolder(
        Object.fromEntries(present.map(folder => [`${folder && `${folder}/`}CODEOWNERS`, '* @a\n'])),
        async folder => {
          const found = codeOwnersIn(nodeFiles, folder);
          assert.equal(found?.path, expected && `${folder}/${expected}`);
        },
      ));

  it("larger than GitHub's limit is not read", () =>
    inFolder({ CODEOWNERS: `* @a\n#${'x'.repeat(3_000_000)}\n` }, async folder => {
      assert.deepEqual([codeOwnersIn(nodeFiles, folder)?.isRead], [false]);
    }));
});
