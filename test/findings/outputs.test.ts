/** Texts that scripts look for in Mender's output, however it reaches them. */
import assert from 'node:assert/strict';
import { foundCases, quietCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

foundCases('texts of 3.x that are looked for', 'update.sh', [
  {
    text: 'journalctl -umender-updated --since today | tail -n 20 | grep -v debug | grep -c «level»=error\n',
    rules: 'output-log-field',
    fixed: 'journalctl -umender-updated --since today | tail -n 20 | grep -v debug | grep -c severity=error\n',
    safety: 'review',
  },
  {
    text: 'out="$(sudo mender-update commit 2>&1)"\ngrep -q "«Committing Artifact...»" <<< "$out"\n',
    rules: 'output-command-text',
    fixed: 'out="$(sudo mender-update commit 2>&1)"\ngrep -q "Committed." <<< "$out"\n',
  },
  {
    text: 'out=$(mender-update rollback)\nif [ "$out" = "«Rolling back Artifact...»" ]; then exit 0; fi\n',
    rules: 'output-command-text',
    fixed: 'out=$(mender-update rollback)\nif [ "$out" = "Rolled back." ]; then exit 0; fi\n',
  },
  // The variable is set after the function that reads it.
  {
    text: 'failed() { echo "$out" | grep -q «level»=fatal; }\nout=$(mender-update install "$1" 2>&1)\nfailed && exit 1\n',
    rules: 'output-log-field',
    fixed:
      'failed() { echo "$out" | grep -q severity=fatal; }\nout=$(mender-update install "$1" 2>&1)\nfailed && exit 1\n',
  },
  {
    text: 'while ! journalctl -u mender-authd | grep -q "«authentication request rejected»"; do sleep 1; done\n',
    rules: 'output-log-text',
  },
  {
    text: 'sed -n "/«level»=error/p" /var/log/mender-update.log\n',
    rules: 'output-log-field',
    fixed: 'sed -n "/severity=error/p" /var/log/mender-update.log\n',
  },
  // The call of the old binary and the text that is looked for in its output.
  {
    text: "«mender commit» | grep '«Committing Artifact»'\n",
    rules: ['mender-commit', 'output-command-text'],
    fixed: "mender-update commit | grep 'Committed'\n",
  },
]);

foundCases('fields that began lines', 'a.sh', [
  { text: "journalctl -u mender-authd -o cat | grep '«^time»='\n", rules: 'output-log-field' },
]);

quietCases('unrelated texts', 'update.sh', [
  'app --log | grep level=error\nmender-update commit\n',
  'journalctl -u mender-connect -u app | grep level=error\n',
  'out=$(app)\nmender-update commit\n[[ $out =~ level=error ]]\n',
  'cat /var/lib/mender/deployments.0001.abc.log | grep \'"level":"error"\'\n',
  'journalctl -u mender-updated | grep -E "level=error|severity=error"\n',
  'out=$(mender-update commit)\ncase $out in *"Committing Artifact"*|*Committed*) ;; esac\n',
  'if command -v mender-update; then mender-update commit | grep Committed; else mender commit | grep "Committing Artifact"; fi\n',
  'journalctl -u mender-updated | grep loglevel=error\n',
  'echo "grep level=error in the journal of mender-updated"\n',
]);

describe('composed options', () => {
  it('are examined once for each addition, and not twice as often each time', () => {
    const added = 'OPTIONS="$OPTIONS $OPTIONS $(mender show-artifact)"\n'.repeat(200);
    const found = findings(`${added}echo "$OPTIONS" | grep release\n`, 'update.sh');
    assert.equal(found.length, 200);
  });
});
