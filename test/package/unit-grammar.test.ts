/** The colours of unit files, as the grammar engine of VS Code gives them: continuation lines belong to their directive. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { root } from '../support/build.ts';

const path = join(root, 'syntaxes/systemd-unit.tmLanguage.json');

async function loaded(): Promise<textmate.IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
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

describe('the grammar of unit files', () => {
  let read: textmate.IGrammar;
  before(async () => {
    read = await loaded();
  });

  const cases: readonly [name: string, lines: readonly string[], expected: readonly (readonly [string, string])[]][] = [
    [
      'goes on behind a backslash, and no further',
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
  ];
  for (const [name, lines, expected] of cases) it(name, () => assert.deepEqual(words(lines, read), expected));
});
