/** Uses of the old client in a pipeline, whose failure is that of the pipeline only where the shell or a search makes it so. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

reportedCases('the last command ends well whatever it is given', script, [
  '«mender commit» | tee /x || mender-update commit',
  '«mender commit» | while read -r x; do logger "$x"; done || mender-update commit',
  'if «mender commit» 2>&1 | logger; then :; else mender-update commit; fi',
  'set -o pipefail\nset +o pipefail\n«mender commit» | tee /x || mender-update commit',
  'A=$(«mender show-artifact» | head -n1 || mender-update show-artifact)',
  "set -o pipefail\nbash -c '«mender commit» | tee /x' || mender-update commit | tee /x",
]);

quietCases('the pipeline fails with any of its commands', script, [
  'set -o pipefail\nmender commit | tee /x || mender-update commit',
  'set -euo pipefail\nmender commit | tee /x || mender-update commit',
  'set -o pipefail\nf() { mender commit | tee /x || mender-update commit; }\nf',
  'set -o pipefail\nmender commit | tee /x || mender-update commit | tee /x',
  'set -o pipefail\nif ! mender commit 2>&1 | tee /x; then mender-update commit 2>&1 | tee /x; fi',
  "bash -o pipefail -c 'mender commit | tee /x' || mender-update commit | tee /x",
]);

quietCases('a search that is given nothing finds nothing', script, [
  'mender show-artifact | grep -q x || mender-update show-artifact | grep -q x',
]);
