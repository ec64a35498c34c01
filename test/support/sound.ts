/** What holds for the findings of any text. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/fixes/apply.ts';
import { findings } from './texts.ts';

/** All that has to hold for every finding of a text. */
export function assertSound(text: string, path: string): void {
  let last = 0;
  for (const { range, fixes, notes, message } of findings(text, path)) {
    assert.ok(range.start >= last && range.end >= range.start && range.end <= text.length, 'in the text, in order');
    last = range.start;
    assert.doesNotMatch(message, /\{\w+\}|undefined/);
    for (const note of notes) assert.ok(note.range.start >= 0 && note.range.end <= text.length);
    for (const { edits, title } of fixes) {
      assert.ok(edits.length > 0 && title.length > 0);
      let end = 0;
      for (const edit of edits) {
        assert.ok(
          edit.start >= end && edit.end >= edit.start && edit.end <= text.length,
          `edits do not overlap: ${title}`,
        );
        end = edit.end;
      }
      const after = applyEdits(text, edits);
      assert.ok(after !== undefined && after !== text, `${title} changes something`);
    }
  }
}
