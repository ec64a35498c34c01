/** Editing a script piece by piece gives the same as checking it as a whole. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../../../server/src/findings/check.ts';
import { createDocument } from '../../../server/src/languages/document.ts';
import { parseSafely } from '../../../server/src/languages/shell/shell-parser.ts';
import { lineAround } from '../../../server/src/text/line.ts';
import { longScript } from '../../bench/scripts.ts';
import { root } from '../../support/build.ts';

const uri = 'file:///script.sh';

function summary(text: string, hints: { editedAt?: number; memory?: Map<string, unknown> } = {}) {
  return check(createDocument({ uri, text, ...hints })).map(({ rule, range, fixes }) => [
    rule,
    range,
    fixes.map(({ edits }) => edits),
  ]);
}

const pieces = [
  'mender commit\n',
  'f() {\n  mender install x\n\n  mender rollback\n}\n',
  'cat <<EOF\n$(mender show-artifact)\n\nmender commit\n\nEOF\n',
  'echo "open\n\nmender commit\n\nclosed"\n',
  'if command -v mender-update; then\n  exit 0\nfi\n',
  'S=mender-client\n',
  'systemctl restart "$S"\n',
  'run() { "$@"; }\n',
  'run mender commit\n',
  "awk '\n\nmender commit\n\n' x\n",
  '# a comment\n',
  'case $1 in\n\na) mender commit ;;\n\nesac\n',
  'x=$(\n\nmender show-artifact\n\n)\n',
  'true && \\\n\nmender commit\n',
  'a |\n\nmender commit\n',
  'mender-update commit || true\n',
];

describe('editing piece by piece', () => {
  it('finds what checking as a whole finds, in any order of pieces', () => {
    const script = fc
      .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', '\n', '\n\n', '\n  \n')))
      .map(parts => parts.map(part => part.join('')).join(''));
    fc.assert(
      fc.property(script, text => assert.deepEqual(summary(text, { memory: new Map() }), summary(text))),
      { numRuns: 1500 },
    );
  });

  it('finds it after each edit that leaves a valid script', () => {
    const edit = fc.tuple(
      fc.nat(),
      fc.nat(12),
      fc.constantFrom('', '\n', '\n\n', 'x', ' ', '#', 'mender commit\n', '; ', '"', '"x"', '}', "'"),
    );
    const script = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map(parts => parts.join('\n'));
    fc.assert(
      fc.property(script, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const memory = new Map<string, unknown>();
        let text = start;
        summary(text, { memory });
        for (const [where, removed, added] of edits) {
          const at = where % (text.length + 1);
          text = text.slice(0, at) + added + text.slice(at + removed);
          const inPieces = summary(text, { memory, editedAt: at + added.length });
          const { start: from, end } = lineAround(text, at + added.length);
          // A line that opens a quote counts as unfinished, whatever follows.
          const finished = !parseSafely(text.slice(from, end)).errors?.length;
          const valid = finished && !parseSafely(text).errors?.length && !/<</.test(text);
          if (valid) assert.deepEqual(inPieces, summary(text));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('knows how far a string went before its first line was edited', () => {
    const text = `awk '\n{ x }\n${'\nmender commit\n'.repeat(9)}' file\n`;
    const memory = new Map<string, unknown>();
    assert.deepEqual(summary(text, { memory }), []);
    assert.deepEqual(summary(text.replace('awk', 'gawk'), { memory, editedAt: 1 }), []);
  });

  it('does not blame the edited line because an equal piece was joined with more', () => {
    const parts = (line: string) =>
      `${line}true && \\\n\nmender commit\n\nawk '\n\nmender commit\n\n' x\n\nrun mender commit\n\nrun() { "$@"; }\n`;
    const [before, after] = [parts('mender-update commit || true\n\n'), parts('mender-update commit || ')];
    const memory = new Map<string, unknown>();
    summary(before, { memory });
    assert.deepEqual(summary(after, { memory, editedAt: 24 }), summary(after));
  });

  it('treats a quote that was just opened as unfinished', () => {
    const text = `echo \n\n${'mender commit\n\n'.repeat(6)}`;
    const memory = new Map<string, unknown>();
    assert.equal(summary(text, { memory }).length, 6);
    assert.equal(summary(text.replace('echo ', 'echo "'), { memory, editedAt: 6 }).length, 6);
  });

  it('remembers only what it used', () => {
    const memory = new Map<string, unknown>();
    const script = longScript(500);
    for (let i = 0; i < 20; i++) summary(`${script}\n\nmender commit # ${i}\n`, { memory });
    assert.ok(memory.size < 60, String(memory.size));
  });

  const demo = join(root, 'test/fixtures/demo');
  const scripts = readdirSync(demo, { recursive: true, encoding: 'utf8' })
    .map(name => join(demo, name))
    .filter(path => statSync(path).isFile() && readFileSync(path, 'utf8').startsWith('#!'));
  for (const path of scripts) {
    it(`keeps the findings of other lines while ${path.slice(demo.length + 1)} is typed`, () => {
      const text = readFileSync(path, 'utf8');
      const full = summary(text).map(([rule, range]) => [rule, range] as [string, { start: number; end: number }]);
      const lines = text.split('\n');
      let start = 0;
      for (const line of lines) {
        const end = start + line.length;
        const memory = new Map<string, unknown>();
        summary(text, { memory });
        for (let length = 0; length < line.length; length++) {
          const partial = text.slice(0, start) + line.slice(0, length) + text.slice(end);
          const found = summary(partial, { memory, editedAt: start + length }).map(
            ([rule, range]) => [rule, range] as [string, { start: number; end: number }],
          );
          const removed = line.length - length;
          // A statement over several lines changes with any of them: a few lines around are left out.
          const near = 400;
          const expected = full
            .filter(([, range]) => range.end < start - near || range.start > end + near)
            .map(([rule, range]) => [rule, range.start > end ? range.start - removed : range.start]);
          const kept = found
            .filter(([, range]) => range.end < start - near || range.start > end + near - removed)
            .map(([rule, range]) => [rule, range.start]);
          for (const one of expected)
            assert.ok(
              kept.some(other => JSON.stringify(other) === JSON.stringify(one)),
              `${JSON.stringify(line.slice(0, length))}: ${JSON.stringify(one)}`,
            );
        }
        start = end + 1;
      }
    });
  }
});
