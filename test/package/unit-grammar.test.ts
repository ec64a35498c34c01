/**
 * The colours of unit files, from the grammar engine of VS Code: continuation lines belong to their directive, and
 * shell scripts have the colours of VS Code's own grammar.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { vscodeFolder } from '../editor/host/install.ts';
import { vscodePackages } from '../editor/host/versions.ts';
import { root } from '../support/build.ts';

const path = join(root, 'syntaxes/systemd-unit.tmLanguage.json');

/** Paths of grammars, by scope. */
type Grammars = Readonly<Record<string, string>>;

async function loaded(others: Grammars = {}): Promise<textmate.IGrammar> {
  const grammars: Grammars = { 'source.systemd-unit': path, ...others };
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async scope => {
      const file = grammars[scope];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
  return (await registry.loadGrammar('source.systemd-unit'))!;
}

/** The words of a text with the last part of their innermost scope, without the name of the language. */
function words(lines: readonly string[], grammar: textmate.IGrammar): (readonly [string, string])[] {
  let stack = textmate.INITIAL;
  return lines.flatMap(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const text = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1)!.replace(/\.?systemd-unit$/, '');
      return text === '' ? [] : [[text, scope] as const];
    });
  });
}

const property = 'variable.other.property';
const assign = ['=', 'keyword.operator.assignment'] as const;
const more = ['\\', 'constant.character.escape.line-continuation'] as const;
const unit = 'support.class';
const embedded = 'meta.embedded.line.shell';
const quote = (side: 'begin' | 'end') => `punctuation.definition.string.${side}`;

describe('the grammar of unit files', () => {
  let read: textmate.IGrammar;
  before(async () => {
    read = await loaded();
  });

  const cases: readonly [name: string, lines: readonly string[], expected: readonly (readonly [string, string])[]][] = [
    [
      'continues after a backslash, and no further',
      ['After=a.target \\', '  b.service', 'b.service'],
      [['After', property], assign, ['a.target', unit], more, ['b.service', unit], ['b.service', 'source']],
    ],
    [
      'skips comments between continuation lines',
      ['After=a.target \\', '# b.service', '  c.service', 'Wants=d.service'],
      [
        ['After', property],
        assign,
        ['a.target', unit],
        more,
        ['# b.service', 'comment.line'],
        ['c.service', unit],
        ['Wants', property],
        assign,
        ['d.service', unit],
      ],
    ],
    [
      'ends a quote that is left open with its directive',
      ['Environment="A=b', 'After=a.target'],
      [
        ['Environment', property],
        assign,
        ['"', 'string.quoted.double'],
        ['A=b', 'string.quoted.double'],
        ['After', property],
        assign,
        ['a.target', unit],
      ],
    ],
    [
      'carries a quote over a continuation line',
      ['Environment="A=b \\', ' c" x', '[Install]'],
      [
        ['Environment', property],
        assign,
        ['"', 'string.quoted.double'],
        ['A=b \\', 'string.quoted.double'],
        ['c', 'string.quoted.double'],
        ['"', 'string.quoted.double'],
        ['x', 'source'],
        ['[', 'punctuation.definition.section.begin'],
        ['Install', 'entity.name.section'],
        [']', 'punctuation.definition.section.end'],
      ],
    ],
    ['takes an empty value', ['After=', 'a.target'], [['After', property], assign, ['a.target', 'source']]],
    [
      'knows comments, sections and their first lines',
      ['; a.service', ' # b', '[Service]', 'Type=oneshot # c'],
      [
        ['; a.service', 'comment.line'],
        ['# b', 'comment.line'],
        ['[', 'punctuation.definition.section.begin'],
        ['Service', 'entity.name.section'],
        [']', 'punctuation.definition.section.end'],
        ['Type', property],
        assign,
        ['oneshot # c', 'source'],
      ],
    ],
    [
      'skips a comment between the lines of a quote, and an escaped quote in it',
      ['Environment="a \\" b \\', '# c"', ' d" e'],
      [
        ['Environment', property],
        assign,
        ['"', 'string.quoted.double'],
        ['a', 'string.quoted.double'],
        ['\\"', 'constant.character.escape'],
        ['b \\', 'string.quoted.double'],
        ['# c"', 'comment.line'],
        ['d', 'string.quoted.double'],
        ['"', 'string.quoted.double'],
        ['e', 'source'],
      ],
    ],
    [
      'marks a script even where nothing knows the language of shells',
      ["ExecStart=/bin/sh -c 'if a' %n"],
      [
        ['ExecStart', property],
        assign,
        ['/bin/sh -c', 'source'],
        ["'", quote('begin')],
        ['if a', embedded],
        ["'", quote('end')],
        ['%n', 'constant.other.placeholder'],
      ],
    ],
  ];
  for (const [name, lines, expected] of cases) it(name, () => assert.deepEqual(words(lines, read), expected));
});

for (const { name: release, ...version } of vscodePackages)
  describe(`scripts in unit files, with the grammar for shells of VS Code (${release})`, () => {
    let read: textmate.IGrammar;
    before(async function () {
      // It may need to be installed.
      this.timeout(600_000);
      const shell = join(vscodeFolder(version), 'extensions/shellscript/syntaxes/shell-unix-bash.tmLanguage.json');
      read = await loaded({ 'source.shell': shell });
    });

    /** Words with a scope of the shell. That grammar looks for the first word of a line only at its beginning. */
    const shellWords = (lines: readonly string[]) =>
      words(lines, read)
        .filter(([, scope]) => scope.endsWith('.shell') && scope !== embedded)
        .map(([text]) => text);

    const cases: readonly [name: string, lines: readonly string[], expected: readonly string[]][] = [
      [
        'have the colours of the shell',
        ["ExecStart=-/bin/sh -ec 'if a; then exec b; fi' %n"],
        [';', 'then', 'exec', 'b', ';', 'fi'],
      ],
      [
        'continue after a backslash and around comments, and end with their quote',
        ['ExecStartPre=/bin/bash -o pipefail -c "a | b \\', '# c', '  && d" then x.service', 'ExecStop=if'],
        ['|', 'b', '&&', 'd'],
      ],
      ['may be on the line after that of the shell', ['ExecStop=/bin/ash -c \\', "  'true && b'"], ['&&', 'b']],
      ['are found after env and busybox', ["ExecReload=+/usr/bin/env sh -c 'a && b'"], ['&&', 'b']],
      ['of busybox', ["ExecStopPost=/bin/busybox sh -c 'a && b'"], ['&&', 'b']],
      ['leave nothing open', ["ExecStart=/bin/sh -c 'echo \"a'", 'ExecStop=/bin/true'], ['"', 'a']],
      ['are not what another program gets', ["ExecStart=/usr/bin/my-sh -c 'a && b'"], []],
      ['are not in other directives', ["Description=sh -c 'a && b'"], []],
      ['are not what has no quotes', ['ExecStart=/bin/sh -c a.service'], []],
    ];
    for (const [name, lines, expected] of cases) it(name, () => assert.deepEqual(shellWords(lines), expected));
  });
