/** Where quick fixes write the comments that suppress a finding. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suppressedHere, suppressedInFile } from '../../server/src/findings/suppress/insert.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { bashAccepts } from '../support/parses.ts';
import { document, findings, paths, ruleIds } from '../support/texts.ts';

function suppressed(text: string, how: 'here' | 'file', path: string = paths.shell): string | undefined {
  const { rule, range } = findings(text, path)[0]!;
  const edit =
    how === 'here'
      ? suppressedHere(document(text, path), rule, range.start, sourceReader)
      : suppressedInFile(document(text, path), rule, sourceReader);
  return edit && applyEdits(text, [edit]);
}

const here = '# mender-lint: disable-next-line mender-commit';
const file = '# mender-lint: disable-file mender-commit';

describe('a comment for a line', () => {
  for (const [text, expected] of [
    ['mender commit', `${here}\nmender commit`],
    ['a\r\n  mender commit\r\n', `a\r\n  ${here}\r\n  mender commit\r\n`],
    ['if a; then\n\tmender commit\nfi\n', `if a; then\n\t${here}\n\tmender commit\nfi\n`],
    ['sudo \\\n  mender \\\n  commit\n', `${here}\nsudo \\\n  mender \\\n  commit\n`],
    ['a && \\\n  mender commit\n', `${here}\na && \\\n  mender commit\n`],
    ['a &&\n  mender commit\n', `a &&\n  ${here}\n  mender commit\n`],
    ['# a \\\nmender commit\n', `# a \\\n${here}\nmender commit\n`],
    ['echo "a\nb $(mender commit)"\n', `${here}\necho "a\nb $(mender commit)"\n`],
    ['echo "a\nb $(\n mender commit)"\n', `echo "a\nb $(\n ${here}\n mender commit)"\n`],
    ["sh -c '\nmender commit\n'\n", `${here}\nsh -c '\nmender commit\n'\n`],
    ['cat <<E >a; mender commit\nx\nE\n', `${here}\ncat <<E >a; mender commit\nx\nE\n`],
    ['cat <<E\nx\nE\nmender commit\n', `cat <<E\nx\nE\n${here}\nmender commit\n`],
    ['case $x in\na) mender commit ;;\nesac\n', `case $x in\n${here}\na) mender commit ;;\nesac\n`],
    [
      '# mender-lint: disable-next-line mender-rollback -- why\nmender rollback; mender commit\n',
      '# mender-lint: disable-next-line mender-rollback, mender-commit -- why\nmender rollback; mender commit\n',
    ],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(suppressed(text, 'here'), expected);
      assert.deepEqual(ruleIds(expected), []);
    });
  }

  it('of a unit file', () => {
    const text = '[Unit]\nAfter=a.service \\\n  mender-client.service\n';
    const expected = text.replace('After', '# mender-lint: disable-next-line unit-ordering\nAfter');
    assert.equal(suppressed(text, 'here', paths.unit), expected);
    assert.deepEqual(ruleIds(expected, paths.unit), []);
  });

  it('is not offered for a finding about a whole file, in JSON, for a comment, or after a mark', () => {
    assert.equal(suppressed('[Service]\nRestart=no\n', 'here', 'mender-client.service.d/a.conf'), undefined);
    assert.equal(suppressed('#!/bin/sh\n', 'here', 'state-scripts/Reboot_Leave_00'), undefined);
    assert.equal(suppressed('{ "DBus": {} }', 'here', paths.json), undefined);
    assert.equal(suppressed('{ "DBus": {} }', 'file', paths.json), undefined);
    assert.equal(suppressed('# mender-lint: disable-line\n', 'here'), undefined);
    assert.equal(suppressed('# mender-lint: disable-line\n', 'file'), undefined);
    assert.equal(suppressed('\uFEFFa; mender commit\n', 'here'), undefined);
    assert.equal(suppressed('\uFEFFa; mender commit\n', 'file'), undefined);
  });
});

describe('a comment for a file', () => {
  for (const [text, expected] of [
    ['mender commit', `${file}\nmender commit`],
    ['#!/bin/sh\r\nmender commit\r\n', `#!/bin/sh\r\n${file}\r\nmender commit\r\n`],
    ['\uFEFF#!/bin/sh\nmender commit\n', `\uFEFF#!/bin/sh\n${file}\nmender commit\n`],
    [
      '# mender-lint: disable-file mender-rollback\nmender commit\nmender rollback\n',
      '# mender-lint: disable-file mender-rollback, mender-commit\nmender commit\nmender rollback\n',
    ],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(suppressed(text, 'file'), expected);
      assert.deepEqual(ruleIds(expected), []);
    });
  }

  it('of a drop-in', () => {
    const path = 'mender-client.service.d/a.conf';
    const after = suppressed('[Service]\nRestart=no\n', 'file', path)!;
    assert.equal(after, '# mender-lint: disable-file unit-drop-in\n[Service]\nRestart=no\n');
    assert.deepEqual(ruleIds(after, path), []);
  });
});

describe('any script that bash accepts', () => {
  const words = fc.constantFrom(
    ...[
      'mender commit',
      'mender install x',
      'a',
      'if',
      'then',
      'fi',
      'case x in',
      'y)',
      ';;',
      'esac',
      '{',
      '}',
      '(',
      ')',
    ],
    ...[
      '$(',
      '`',
      '"',
      "'",
      '\\\n',
      '&&',
      '||',
      '|',
      'for i in',
      'do',
      'done',
      '<<E',
      '\nE\n',
      '[[ -x',
      ']]',
      'b=(',
      '#',
    ],
    ...['f()', '((', '))', '$((', '${x:-', 'while', '>f', '!', ';'],
  );
  const soup = fc
    .array(fc.tuple(words, fc.constantFrom(' ', '\n', '\n  ', ' ')), { minLength: 1, maxLength: 14 })
    .map(parts => parts.map(([word, gap]) => word + gap).join(''));

  it('is accepted with the comment, and has one finding fewer', () => {
    fc.assert(
      fc.property(
        soup.filter(text => findings(text).length > 0 && bashAccepts(text)),
        text => {
          const before = findings(text);
          for (const { rule, range } of before) {
            const after = applyEdits(text, [suppressedHere(document(text), rule, range.start)!])!;
            assert.ok(bashAccepts(after), after);
            assert.ok(ruleIds(after).length < before.length, after);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
