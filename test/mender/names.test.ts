/** Only the catalogue contains names of Mender's: no literal outside it is one, or contains one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { allRules, catalogue } from '../../server/src/mender/catalogue.ts';
import { connectKeyFacts } from '../../server/src/mender/connect-key-facts.ts';
import { stateScripts } from '../../server/src/mender/file-names.ts';
import { modulesFolder, ownInventoryKeys, tellingCalls } from '../../server/src/mender/keywords.ts';
import { oldProgram } from '../../server/src/mender/programs.ts';
import type { Rule } from '../../server/src/mender/rule.ts';
import { convertRunners, convertRunnersInside } from '../../server/src/mender/tool-names.ts';
import { root } from '../support/build.ts';
import { literalsOf } from '../support/literals.ts';

const source = join(root, 'server/src');
/** The folder that may name them. */
const home = join(source, 'mender');

/** What the test allows, and why. */
const exceptions: readonly { readonly text: string; readonly why: string }[] = [
  { text: '-l --log-level', why: 'an option of Salt, too' },
  { text: 'init-script', why: 'what a file is for has the name of a rule' },
];

/** Commands whose names other programs have, too. */
const ordinaryCommands: ReadonlySet<string> = new Set(['help', 'install']);

const programs = [oldProgram, ...catalogue.programs];
const commands = programs.flatMap(program => program.commands.flatMap(({ name }) => name.split(' ')));
const options = programs.flatMap(({ globals, commands }) => [globals, ...commands.map(each => each.options)].flat());

function namesIn({ match, replacement }: Rule): readonly string[] {
  const to = 'to' in replacement ? [replacement.to].flat() : [];
  switch (match.kind) {
    case 'config':
      return 'path' in match ? [...match.path, match.path.join('.')] : [];
    case 'module':
      return [match.defect === 'unknown-call' ? match.call : match.name];
    case 'bus':
      return match.names;
    case 'recipe':
      return 'names' in match ? [...match.names, ...to] : [];
    case 'setting':
    case 'package':
      return [match.name, ...to];
    default:
      return [];
  }
}

/** Not every word: one with an inner capital, digit or sign can only be a name. */
const isTelling = (name: string) => /^[\w./-]+$/.test(name) && /.[A-Z_/-]|[a-z][A-Z\d]/.test(name.slice(1));

const words = new Set(
  [
    ...catalogue.names.map(({ name }) => name),
    ...commands,
    ...Object.keys(catalogue.keys),
    ...Object.keys(connectKeyFacts),
    ...allRules.flatMap(namesIn),
    ...allRules.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
    ...stateScripts.names,
    ...tellingCalls,
    ...ownInventoryKeys,
    ...convertRunners,
    ...convertRunnersInside,
    modulesFolder,
  ].filter(isTelling),
);

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const anyWord = new RegExp(`(?<![\\w-])(?:${[...words].map(plain).join('|')})(?![\\w-])`);
const optionNames = options.map(({ name }) => name).filter(isTelling);
const anyOption = new RegExp(`(?<![\\w-])--?(?:${optionNames.join('|')})(?![\\w-])`);
const wholeWords: ReadonlySet<string> = new Set([
  ...commands.filter(name => name !== '' && !ordinaryCommands.has(name)),
  ...optionNames,
]);

/** The tool's own name. */
const ownName = /mender[-_ ]?lint/gi;

/** The name of the company and its product in sentences. */
const company = /(?<![\w./-])Mender(?:'s)?(?![\w/-]|\.\w)/g;

function nameIn(text: string): string | undefined {
  if (/mender/i.test(text.replace(ownName, '').replace(company, ''))) return 'mender';
  return anyWord.exec(text)?.[0] ?? anyOption.exec(text)?.[0] ?? (wholeWords.has(text) ? text : undefined);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return path === home ? [] : filesBelow(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

describe('names of Mender', () => {
  it('stand in no literal outside the catalogue', () => {
    const literals = filesBelow(source).flatMap(path =>
      literalsOf(path, readFileSync(path, 'utf8')).map(literal => ({ ...literal, file: relative(source, path) })),
    );
    assert.ok(literals.length > 5000);
    const found = literals.flatMap(({ file, line, text }) => {
      const name = nameIn(text);
      return name === undefined ? [] : [{ place: `${file}:${line}`, name, text }];
    });
    assert.deepEqual(
      found.filter(({ text }) => !exceptions.some(exception => exception.text === text)),
      [],
    );
    assert.deepEqual(
      exceptions.filter(exception => !found.some(({ text }) => exception.text === text)),
      [],
    );
  });

  const cases: readonly (readonly [literal: string, name: string | undefined])[] = [
    ["'mender'", 'mender'],
    ["'Mender'", undefined],
    ["'MENDER'", 'mender'],
    ['/usr\\/bin\\/mender/', 'mender'],
    ['`${a}-mender ${b}`', 'mender'],
    ["'of Mender Lint, .mender-lint.json, MENDER_LINT_VERSION'", undefined],
    ['"names something of Mender\'s."', undefined],
    ["'/etc/Mender/a'", 'mender'],
    ["type A = 'mender-client'", 'mender'],
    ["'SkipVerify'", 'SkipVerify'],
    ["'set `Security.AuthPrivateKey`'", 'Security.AuthPrivateKey'],
    ["'ArtifactInstall)'", 'ArtifactInstall'],
    ['const a = { SkipVerify: 1 }', 'SkipVerify'],
    ['const { SkipVerify } = a;', undefined],
    ["'commit'", 'commit'],
    ["'a commit of git'", undefined],
    ["'call check-update'", 'check-update'],
    ["'--reboot-exit-code'", '--reboot-exit-code'],
    ["'config-dbus'", 'config-dbus'],
    ["'/usr/share/modules/v3/a'", 'modules/v3'],
    ["import 'mender';", undefined],
    ["export { a } from './mender.ts';", undefined],
    ['// mender', undefined],
  ];
  for (const [code, name] of cases) {
    it(`${code}: ${name ?? 'none'}`, () => {
      const [found] = literalsOf('a.ts', code).flatMap(({ text }) => nameIn(text) ?? []);
      assert.equal(found, name);
    });
  }
});
