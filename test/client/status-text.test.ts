import assert from 'node:assert/strict';
import { describeStatus } from '../../client/src/status-text.ts';
import type { Status } from '../../server/src/lsp/messages.ts';

const ready: Status = { kind: 'ready', files: 0, findings: 0, leftOut: [] };

describe('the status item', () => {
  for (const [status, text, detail] of [
    [{}, 'Mender: 0 findings in 0 files', ''],
    [{ files: 1, findings: 1 }, 'Mender: 1 finding in 1 file', ''],
    [{ files: 2, findings: 30 }, 'Mender: 30 findings in 2 files', ''],
    [{ kind: 'checking', files: 1, findings: 2 }, 'Mender: 2 findings in 1 file', ''],
    [{ kind: 'off' }, 'Mender: open files', ''],
    [{ leftOut: ['One.', 'Two.'] }, 'Mender: 0 findings in 0 files', 'One. Two.'],
    [
      { kind: 'cancelled', leftOut: ['One.'] },
      'Mender: 0 findings in 0 files',
      'The check of the workspace was cancelled. One.',
    ],
    [{ notIncluded: 'Three.' }, 'Mender: 0 findings in 0 files', 'Three.'],
  ] satisfies [Partial<Status>, string, string][])
    it(`for ${JSON.stringify(status)}`, () =>
      assert.deepEqual(describeStatus({ ...ready, ...status }), {
        text,
        detail,
        isPartial: detail !== '' && detail !== 'Three.',
      }));
});
