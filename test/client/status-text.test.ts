import assert from 'node:assert/strict';
import { describeStatus } from '../../client/src/status-text.ts';
import type { Status } from '../../server/src/lsp/messages.ts';

const ready: Status = { kind: 'ready', files: 0, findings: 0, targets: ['5.1'], leftOut: [] };
const checkedFor = 'Checked for mender-update and mender-auth 5.1.';

describe('the status item', () => {
  for (const [status, text, sentences] of [
    [{}, 'Mender 5.1: 0', ['0 findings in 0 files.', checkedFor]],
    [{ files: 1, findings: 1 }, 'Mender 5.1: 1', ['1 finding in 1 file.', checkedFor]],
    [{ kind: 'checking', files: 1, findings: 2 }, '$(sync~spin) Mender 5.1: 2', ['2 findings in 1 file.', checkedFor]],
    [
      { targets: ['4.0', '5.1'] },
      'Mender 4.0: 0',
      ['0 findings in 0 files.', 'Checked for mender-update and mender-auth 4.0, 5.1.'],
    ],
    [{ kind: 'off', targets: [] }, 'Mender', ['open files are checked.']],
    [{ leftOut: ['One.', 'Two.'] }, '$(warning) Mender 5.1: 0', ['0 findings in 0 files.', checkedFor, 'One.', 'Two.']],
    [
      { kind: 'cancelled', leftOut: ['One.'] },
      '$(warning) Mender 5.1: 0',
      ['0 findings in 0 files.', checkedFor, 'The check of the workspace was cancelled.', 'One.'],
    ],
    [{ notIncluded: 'Three.' }, 'Mender 5.1: 0', ['0 findings in 0 files.', checkedFor, 'Three.']],
  ] satisfies [Partial<Status>, string, string[]][])
    it(`for ${JSON.stringify(status)}`, () =>
      assert.deepEqual(describeStatus({ ...ready, ...status }), {
        text,
        tooltip: `**Mender Lint**: ${sentences.join('\n\n')}`,
        isPartial: text.startsWith('$(warning)'),
      }));
});
