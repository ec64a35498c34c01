/** Questions of pgrep for a pattern: which of the two clients' processes it finds, and what hangs on that. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('a pattern that finds the old process alone', script, [
  'if pgrep -f "/usr/bin/mender daemon"; then mender commit; else mender-update commit; fi',
  'if pgrep -f "mender daemon"; then mender commit; else mender-update commit; fi',
  'if pgrep "^mender$"; then mender commit; else mender-update commit; fi',
]);

reportedCases('a pattern that finds either process', script, [
  'if pgrep -f bin/«mender»; then systemctl restart «mender-client»; else systemctl restart mender-updated; fi',
  'if pgrep -f /usr/bin/«mender»; then «mender commit»; else mender-update commit; fi',
  'if pgrep "^«mender»"; then «mender commit»; else mender-update commit; fi',
]);

reportedCases('how the new client fares does not say that the old one is there', script, [
  'if pgrep -f "mender-update daemon"; then mender-update commit; else «mender commit»; fi',
  'if ps aux | grep -q "[m]ender-update"; then mender-update commit; else «mender commit»; fi',
]);

reportedCases('a process that is not found any more', script, [
  'if pgrep -f "«mender» daemon"; then touch /x; fi',
  'if pgrep -f /bin/«mender»; then reboot; fi',
]);
