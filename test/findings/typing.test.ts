/** Typing or deleting in one place of a file changes nothing about the findings elsewhere. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { newestTarget } from '../../server/src/mender/release-names.ts';
import { Random } from '../fuzz/random.ts';
import { everyRule } from '../support/texts.ts';
import { type Fixture, fixtures, NEAR } from '../support/typing-fixtures.ts';

const SEED = 2026;
const DELETIONS = 120;
const INSERTIONS = 160;
const LINES_TYPED = 8;

/** Lines to type, by the language of the file: the first one whose paths match. */
const typed: readonly (readonly [path: RegExp, lines: readonly string[]])[] = [
  [/\.conf$/, ['"X": [{ "Y": "https://x" }],', '"Z": { "Key": null },', '"X": "a \\" b", /* c */ // d']],
  [/\.(?:service|timer)$/, ['[Service]', `ExecStart=/bin/sh -c "mender \\"$x\\" 'it'"`, 'After=a.service \\']],
  [
    /./,
    [
      'mender install "$file"',
      'if [ -x "$a" ]; then b; fi',
      'x="$(mender show-artifact)" # it\'s',
      'case "$1" in a) b ;; esac',
      'f() { echo `date` ${x:-y} $((1 + 2)); }',
      'cat <<EOF',
      "echo 'a b' )",
      '${ x',
    ],
  ],
];

interface Edit {
  readonly text: string;
  /** Offset after the typed text, or of the deleted text. */
  readonly at: number;
  /** How much longer the text is now. */
  readonly grown: number;
}

function* deletions({ text }: Fixture, random: Random): Generator<Edit> {
  for (let count = 0; count < DELETIONS; count++) {
    const at = random.below(text.length);
    yield { text: text.slice(0, at) + text.slice(at + 1), at, grown: -1 };
  }
}

/** New lines, character by character. */
function* typings({ path, text, written }: Fixture, random: Random): Generator<Edit> {
  const [, lines] = typed.find(([paths]) => paths.test(path))!;
  const [from, to] = (written ?? ['\0', '\0']).map(line => text.indexOf(`\n${line}\n`) + 1);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)].filter(at => at <= from! || at > to!);
  for (let count = 0; count < LINES_TYPED; count++) {
    const start = random.pick(starts);
    const line = random.pick(lines);
    for (let length = 1; length <= line.length; length++) {
      const added = `${line.slice(0, length)}\n`;
      yield { text: text.slice(0, start) + added + text.slice(start), at: start + length, grown: added.length };
    }
  }
}

/** Every line is deleted and written again, character by character. */
function* retypings({ text }: Fixture): Generator<Edit> {
  for (const { index, 0: line } of text.matchAll(/^.+$/gm)) {
    for (let length = 0; length < line.length; length++) {
      const at = index + length;
      yield { text: text.slice(0, at) + text.slice(index + line.length), at, grown: length - line.length };
    }
  }
}

const inserted = ['"', "'", '`', '(', ')', '{', '}', '[', ']', '$(', '\\', '#', '<<EOF', '|', ';', '&&', '\n'];

/** One or a few characters, anywhere. */
function* insertions({ text }: Fixture, random: Random): Generator<Edit> {
  for (let count = 0; count < INSERTIONS; count++) {
    const at = random.below(text.length + 1);
    const added = random.pick(inserted);
    yield { text: text.slice(0, at) + added + text.slice(at), at: at + added.length, grown: added.length };
  }
}

/** Findings as an editor gets them. */
function findingsOf({ path }: Fixture, text: string, memory: Map<string, unknown>, editedAt?: number) {
  const document = createDocument({ uri: `file:///${path}`, path, memory, text, editedAt });
  return check(document, { target: newestTarget, rules: everyRule });
}

/** Without those near the edit; offsets are those of the text before it. */
function far(findings: readonly Finding[], text: string, edit: Edit, isAfter: boolean): string[] {
  const at = edit.at - Math.max(0, edit.grown);
  return findings.flatMap(({ rule, range }) => {
    if (isAfter && range.start >= at && range.start < edit.at) return [];
    const start = isAfter && range.start >= edit.at ? range.start - edit.grown : range.start;
    const [from, to] = [Math.min(at, start), Math.max(at, start)];
    return text.slice(from, to).split('\n').length - 1 > NEAR ? [`${rule} ${start}`] : [];
  });
}

function lineAt(text: string, at: number): string {
  return text
    .slice(text.lastIndexOf('\n', at - 1) + 1)
    .split('\n', 1)[0]!
    .trim();
}

describe('typing in one place leaves the findings in others alone', () => {
  for (const fixture of fixtures) {
    for (const [title, edits] of [
      ['deletions', deletions],
      ['lines', typings],
      ['insertions', insertions],
      ['lines written again', retypings],
    ] as const) {
      it(`${title} in ${fixture.path}`, () => {
        const { text, decisive = [] } = fixture;
        const opened = new Map<string, unknown>();
        const found = findingsOf(fixture, text, opened);
        for (const edit of edits(fixture, new Random(SEED))) {
          const lines = [lineAt(text, edit.at), lineAt(edit.text, edit.at)];
          if (decisive.some(words => lines.some(line => line.startsWith(words)))) continue;
          const before = far(found, text, edit, false);
          const after = far(findingsOf(fixture, edit.text, new Map(opened), edit.at), text, edit, true);
          assert.deepEqual(
            after,
            before,
            JSON.stringify(edit.text.slice(0, edit.at)).slice(-120) +
              '▮' +
              JSON.stringify(edit.text.slice(edit.at)).slice(0, 60),
          );
        }
      });
    }
  }
});
