/**
 * Lines that Mender's own people migrated: the preferred fix is what they wrote, or the difference has a reason, and
 * their text is offered, too.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { findings } from '../support/texts.ts';

interface MigratedLine {
  /** `repository@commit:path:line` of each commit that made the change, of github.com/mendersoftware. */
  readonly sources: readonly string[];
  /** Decides what the line is. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The text of the preferred fix, if it differs, and why. */
  readonly ours?: string;
  readonly reason?: string;
}

const lines = readFileSync(new URL('../fixtures/facts/pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as MigratedLine);

/** Differences that are no choice between fixes. */
const notOffered = [/slip of that commit/, /without the pause/];

describe('lines migrated by hand', () => {
  for (const { sources, path, before, after, ours, reason } of lines) {
    it(`${sources[0]}: ${JSON.stringify(before)}${reason ? `, ${reason}` : ''}`, () => {
      const found = findings(before, path);
      // A fix of a dependent use includes the edits of the other one.
      const edits = found.flatMap(({ fixes: [fix] }) => fix?.edits ?? []);
      const best = new Map(edits.map(edit => [`${edit.start}-${edit.end} ${edit.newText}`, edit]));
      assert.equal(applyEdits(before, [...best.values()]), ours ?? after);
      assert.equal(reason === undefined, ours === undefined);
      if (reason === undefined || notOffered.some(pattern => pattern.test(reason))) return;
      const offered = found.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(before, edits)));
      assert.ok(offered.includes(after), offered.join(' | '));
    });
  }
});
