/** What questions of a script print and return, where a use of the old client hangs on it. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('a path is printed as it is asked for', script, [
  'if [ "$(which mender-update)" = /usr/bin/mender-update ]; then a; else mender commit; fi',
  'if [ "$(command -v /opt/mender-update)" = /opt/mender-update ]; then a; else mender commit; fi',
]);

reportedCases('more than a path is printed', script, [
  'if [ "$(type mender-update)" = /usr/bin/mender-update ]; then a; else «mender commit»; fi',
  'if [ "$(which mender-update mender-auth)" = /usr/bin/mender-update ]; then a; else «mender commit»; fi',
]);

quietCases('the status of a command is any that fails, or none', script, [
  'command -v mender-update\nR=$?\nif [ $R = 1 ]; then mender commit; fi',
  'command -v mender-update\nR=$?\nif [ $R = 127 ]; then mender commit; fi',
  'foo\nR=$?\nif [ $R -ne 0 ]; then mender commit; else mender-update commit; fi',
]);

reportedCases('a version that the script sets is known', script, [
  'MENDER_VERSION=3\nif [ "$MENDER_VERSION" = 3 ]; then «mender commit»; else mender-update commit; fi',
]);

reportedCases('what the new client prints is no choice of the author, with something beside it either', script, [
  'A="$(mender-update show-artifact)$(cat /x)"\nif [ "$A" = x ]; then mender-update commit; else «mender commit»; fi',
]);

quietCases('pgrep finds the old process alone where the whole name has to be the same', script, [
  'if pgrep -x mender; then mender commit; else mender-update commit; fi',
  'if pgrep -fx mender; then mender commit; else mender-update commit; fi',
  'if pgrep -xf mender; then mender commit; else mender-update commit; fi',
  'if pgrep --exact mender; then mender commit; else mender-update commit; fi',
  'if pgrep -x -u root mender; then mender commit; else mender-update commit; fi',
]);

reportedCases('pgrep finds either process', script, [
  'if pgrep «mender»; then «mender commit»; else mender-update commit; fi',
]);

quietCases('a value may be a command line that names the client', script, [
  'if command -v mender; then CMD="sudo mender"; fi',
]);

quietCases('a function that another one defines', script, [
  'g() { f() { command -v mender-update; }; }\ng\nif f; then a; else mender commit; fi',
]);

reportedCases('the same for the new client only after the old one has succeeded', script, [
  'systemctl enable «mender-client» && systemctl enable mender-authd mender-updated',
]);
