/** Nested constructs, closed or not, are processed once each, not once more for every one around them. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { Decoder, wholeText } from '../../server/src/text/fragment.ts';
import { documentUsages } from '../../server/src/usage/document-usage.ts';
import { moduleUsages } from '../../server/src/usage/module-usage.ts';
import { Builder } from '../../server/src/usage/shell/script/builder.ts';

/** How much of the control flow is built while a text is checked. */
function partsBuilt(text: string): number {
  const original = Builder.prototype.list;
  let built = 0;
  Builder.prototype.list = function (...given) {
    built++;
    return original.apply(this, given);
  };
  try {
    check(createDocument({ uri: 'file:///nested.sh', text: `#!/bin/sh\nmender commit\n${text}` }));
  } finally {
    Builder.prototype.list = original;
  }
  return built;
}

/** How many characters of words and heredocs are copied, to be read as scripts, while a text is checked. */
function charactersCopied(text: string): number {
  const { copy, decode } = Decoder.prototype;
  let copied = 0;
  Decoder.prototype.copy = function (text, start) {
    copied += text.length;
    copy.call(this, text, start);
  };
  Decoder.prototype.decode = function (text, range) {
    copied += text.length;
    decode.call(this, text, range);
  };
  try {
    check(createDocument({ uri: 'file:///nested.sh', text: `#!/bin/sh\n${text}` }));
  } finally {
    Object.assign(Decoder.prototype, { copy, decode });
  }
  return copied;
}

const nested: readonly (readonly [title: string, opening: string, closing: string])[] = [
  ['case', 'case $1 in\n  a) exit 1 ;;\n  b) mender commit\n', ''],
  ['case that is closed', 'case $1 in\n  a) exit 1 ;;\n  b) mender commit\n', ';;\nesac\n'],
  ['case in a condition', 'if mender commit; then case $1 in a) exit 1 ;; b)\n', ''],
  ['case in braces', '{ case $1 in a) exit ;; b) mender commit\n', ';; esac; }\n'],
];

describe('the cost of nested text is proportional to its length', () => {
  for (const [title, opening, closing] of nested) {
    it(title, () => {
      const built = (depth: number) => partsBuilt(opening.repeat(depth) + closing.repeat(depth));
      const [few, many] = [built(20), built(80)];
      assert.ok(few >= 20 && many <= 4 * few + 4, `${few} lists at 20 levels, ${many} at 80`);
    });
  }

  it('scripts in words, each in a substitution of the one around it', () => {
    const script = 'ssh device "mender commit; $(trap "mender -info; $(cat <<EOF\nmender rollback\nEOF\n';
    const [few, many] = [20, 80].map(times => charactersCopied(script.repeat(times)));
    assert.ok(few! > 0 && many! <= 4 * few!, `${few} characters of 20 scripts, ${many} of 80`);
  });

  it("output of a module's branches", () => {
    const printed = (depth: number) =>
      moduleUsages(wholeText('case "$1" in\n  SupportsRollback) echo Yes\n'.repeat(depth)))
        .flatMap(({ branches }) => branches)
        .flatMap(({ printed }) => printed).length;
    const [few, many] = [printed(20), printed(80)];
    assert.ok(few >= 20 && many <= 5 * few, `${few} words of 20 branches, ${many} of 80`);
  });

  it('defaults of defaults', () => {
    const pieces = (depth: number) => {
      const usages = documentUsages(
        createDocument({
          uri: 'file:///nested.sh',
          text: `#!/bin/sh\nmender install ${'${a-b '.repeat(depth)}mender${'}'.repeat(depth)}\n`,
        }),
      );
      return usages
        .flatMap(usage => (usage.kind === 'invocation' ? usage.args : []))
        .flatMap(({ values }) => values)
        .flatMap(({ origins }) => origins).length;
    };
    assert.ok(pieces(8) > 8);
    assert.ok(pieces(200) <= 64, `${pieces(200)} pieces`);
  });

  it('absurd nesting is read without an error', () => {
    for (const opening of [
      'case $1 in a)\n',
      'if :; then\n',
      '{ ',
      '( ',
      '$( ',
      '"$(',
      'f() {\n',
      'while :; do\n',
      '[[ ( ',
      '! ',
    ])
      for (const depth of [300, 3_000])
        check(
          createDocument({
            uri: 'file:///nested.sh',
            text: `#!/bin/sh\nmender commit\n${opening.repeat(depth)}mender\n`,
          }),
        );
  });
});
