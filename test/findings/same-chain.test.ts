/** Deeds that hang on others: `stop && disable` of the old client, and of the new one. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';
const stopOld = 'systemctl stop mender-client && systemctl disable mender-client\n';
const missed = 'systemctl stop mender-client && systemctl disable «mender-client»\n';
const stopNew = 'systemctl stop mender-authd mender-updated';
const disableNew = 'systemctl disable mender-authd mender-updated';

quietCases('the same hangs on the same', script, [
  `${stopOld}${stopNew} && ${disableNew}`,
  `if systemctl stop mender-client; then systemctl disable mender-client; fi\n${stopNew} && ${disableNew}`,
  `${stopOld}if command -v mender-update; then ${stopNew} && ${disableNew}; fi`,
  `systemctl disable mender-client && systemctl mask mender-client\n${disableNew} && systemctl mask mender-authd mender-updated`,
]);

reportedCases('for the new client it hangs on something else, or on more', script, [
  `${missed}${stopNew}\nfoo && ${disableNew}`,
  `${missed}${stopNew} && foo && ${disableNew}`,
  `${missed}${stopNew}\nsystemctl mask mender-authd mender-updated && ${disableNew}`,
  `${missed}${stopNew}\n${stopNew} || ${disableNew}`,
  `${missed}${stopNew}\nif test -f /x; then ${stopNew} && ${disableNew}; fi`,
  `${missed.replace('mender-client', '«mender-client»')}while read -r x; do ${stopNew} && ${disableNew}; done`,
]);

reportedCases('for the old client it hangs on something else', script, [
  `foo && systemctl disable «mender-client»\n${stopNew} && ${disableNew}`,
  `foo || systemctl disable «mender-client»\n${stopNew} && ${disableNew}`,
  `systemctl stop «mender-client» || systemctl disable «mender-client»\n${stopNew} && ${disableNew}`,
  `«systemctl is-active -q mender-client» && systemctl disable «mender-client»\n${stopNew} && ${disableNew}`,
]);
