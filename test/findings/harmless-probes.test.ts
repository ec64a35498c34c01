/** Questions about the old client whose no is right where the new one is, and those whose no leaves something out there. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('either client is stopped, whatever else is done', script, [
  'if command -v mender; then systemctl stop mender-client; reboot; else systemctl stop mender-authd mender-updated; fi',
  'if command -v mender; then systemctl stop mender-client; else systemctl stop mender-authd mender-updated; reboot; fi',
]);

reportedCases('the old client is stopped, and the new one is not', script, [
  'if command -v «mender»; then systemctl stop «mender-client»; else systemctl start mender-updated; fi',
]);

quietCases('how the old client fares is asked where it has been found', script, [
  'if command -v mender; then systemctl is-active -q mender-client || mender commit; else mender-update commit; fi',
  'if command -v mender; then CMD=mender; systemctl is-active -q mender-client; fi',
]);

quietCases('what decides about the old client beside the question says nothing of it', script, [
  'if command -v mender; then foo || mender commit; else mender-update commit; fi',
  'if command -v mender; then foo && mender commit; else mender-update commit; fi',
]);

quietCases('what is done beside the use that is answered is for the old client as well', script, [
  'if command -v mender; then mender commit; touch /x; fi\nif command -v mender-update; then mender-update commit; touch /x; fi',
  'V=$(mender --version)\nif [ "$V" = 3.5.3 ]; then mender commit; touch /x; fi\nmender-update commit',
  'if command -v mender; then command -v mender-update; mender commit; touch /x; else mender-update commit; fi',
]);

reportedCases('something is done since there is no old client, and nothing for the new one', script, [
  'if command -v «mender»; then mender commit; touch /x; else command -v mender-update; reboot; fi\nmender-update commit',
]);

reportedCases('what is left out does not depend on the client, and is no answer', script, [
  'if command -v «mender»; then apt-get install --reinstall mender-client; reboot; else apt-get install mender-client4; fi',
]);

quietCases('the branch for the new client only sets a variable to it, beside what else it does', script, [
  'if command -v mender; then CMD=mender; touch /x; else CMD=mender-update; rm /x; fi\n$CMD commit',
]);

reportedCases('a variable that nothing is done with in the place of what is left out', script, [
  'if command -v «mender»; then touch /x; else CMD=mender-update; reboot; fi',
]);

quietCases('nothing is as little an old version as a new one is', script, [
  'V=$(mender --version)\nif [ "${V%%.*}" -lt 4 ]; then touch /x; fi',
  'V=$(mender --version)\nif [ "${V%%.*}" -lt 4 ]; then mender commit; else mender-update commit; fi',
]);

reportedCases('nothing is no new version either', script, [
  'V=$(«mender --version»)\nif [ "$V" = 4.0.0 ]; then touch /x; fi',
  'V=$(«mender --version»)\nif [ "$V" != 4.0.0 ]; then touch /x; fi',
  'V=$(«mender --version»)\nif [ "${V%%.*}" -ge 4 ]; then touch /x; fi',
  'V=$(«mender --version»)\nif [ "${V%%.*}" -gt 3 ]; then mender-update commit; else «mender commit»; fi',
]);

reportedCases('that no version is printed has consequences of its own', script, [
  'V=$(«mender --version»)\n[ -n "$V" ] || reboot\nif [ "${V%%.*}" -lt 4 ]; then touch /x; fi',
]);

quietCases('a script for the new client that refuses to run beside the old one', script, [
  'if command -v mender; then echo old; exit 1; fi\nrm -rf /etc/systemd/system/mender-client.service.d\nmender-update commit',
  'if command -v mender; then echo old; exit 1; fi\ntouch /x; mender-update commit',
]);

reportedCases('a script that is for no client in particular, or does more than refuse', script, [
  'if command -v «mender»; then echo old; exit 1; fi\nreboot',
  'if command -v «mender»; then echo old; exit 1; fi\nrm -rf /etc/systemd/system/mender-client.service.d',
  'if command -v «mender»; then echo there; exit 0; fi\napt-get install mender-client4',
  'if command -v «mender»; then touch /x; exit 1; fi\nmender-update commit',
  'if «systemctl is-active -q mender-client»; then echo "stop it first"; exit 1; fi\nmender-update commit',
]);
