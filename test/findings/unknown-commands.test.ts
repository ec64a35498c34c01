/** Commands that `mender` never had: found where the file shows that the word is the client. */
import assert from 'node:assert/strict';
import { quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';

reportedCases('commands that never existed', script, [
  '«mender commit»\n«mender show-deployment»',
  '«mender -show-deployment»\n«mender -install» x.mender',
  '«mender install» x.mender && «mender status»',
  'mender-update commit\n«mender status»',
  'case $1 in s) «mender status» ;; c) mender-update commit ;; esac',
  '«/usr/bin/mender status»',
]);

quietCases('words that may be something else', script, [
  'mender status',
  'mender -show-deployment',
  'mender() { mender-update "$@"; }\nmender status\nmender-update commit',
  'systemctl restart mender-updated\nmender status',
  '$RUN mender status\nmender-update commit',
  'echo mender status; mender-update commit',
]);

describe('the message about such a command', () => {
  for (const [text, use] of [
    ['mender status', 'mender status'],
    ['mender -show-deployment', 'mender -show-deployment'],
    // A possible secret is not shown.
    ['mender eyJhbGciOiJSUzI1NiJ9', 'mender'],
    ['mender s3cret', 'mender'],
  ] as const)
    it(text, () => {
      const [found] = findings(`${text}\nmender-update commit`, script);
      assert.equal(found?.message, `Look up the command: \`${use}\` is gone, and 3.x has no such command.`);
    });
});
