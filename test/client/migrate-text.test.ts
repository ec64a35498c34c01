/** Messages of the command that migrates a workspace. */
import assert from 'node:assert/strict';
import { aboutLeft, aboutOthers, nothingMigrated, question } from '../../client/src/migrate-text.ts';

const none = { safe: 0, review: 0, left: 0, later: 0 };

describe('messages of a migration', () => {
  it('ask before safe fixes are applied', () => {
    assert.equal(question({ ...none, safe: 1 }, 1), 'Apply the safe fix in 1 file?');
    assert.equal(question({ ...none, safe: 12 }, 3), 'Apply the safe fixes of 12 findings in 3 files?');
  });

  it('say when there is nothing to do, and why', () => {
    assert.equal(nothingMigrated(none), 'Nothing is left to migrate.');
    assert.match(nothingMigrated({ ...none, left: 1 }), /1 finding has no automatic fix\.$/);
    assert.equal(nothingMigrated({ ...none, review: 2 }), 'Nothing was migrated.');
  });

  it('say what remains, and why', () => {
    assert.deepEqual(aboutLeft({ ...none, safe: 3 }), []);
    const [first, second] = aboutLeft({ ...none, left: 2, later: 1 });
    assert.match(first!, /^2 findings have no automatic fix\.$/);
    assert.match(second!, /^1 more finding to review depends on .*again\.$/);
  });

  it('count files that have changed since', () => {
    assert.deepEqual(aboutOthers(0), []);
    assert.match(aboutOthers(1)[0]!, /^1 file was skipped because it has changed since, .* look at it /);
    assert.match(aboutOthers(2)[0]!, /^2 files were skipped because they have changed since, .* look at them /);
  });
});
