/**
 * The state of the old client is no probe for which client there is: whatever depends on it must be done for the new
 * one, in the same state.
 */
import assert from 'node:assert/strict';
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';

reportedCases('the action on the new client depends on another state', script, [
  'if «systemctl is-enabled --quiet mender-client»; then systemctl enable --now «mender-client»; elif systemctl is-active --quiet mender-updated; then systemctl enable --now mender-authd mender-updated; else logger x; fi',
  'if [ -x /usr/bin/«mender» ]; then systemctl restart «mender-client»; elif systemctl is-active --quiet mender-updated; then systemctl restart mender-authd mender-updated; else «mender commit»; fi',
  'if ! «systemctl is-active mender-client.service >/dev/null»; then mender-setup --demo; systemctl restart mender-authd mender-updated; else if ! { systemctl is-enabled --quiet mender-authd && systemctl is-enabled --quiet mender-updated; }; then «service mender-client restart»; fi; fi',
  'case "$(«systemctl is-failed mender-client.service»)" in active|enabled) systemctl restart «mender-client» ;; esac\nif ! { systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated; }; then systemctl restart mender-authd mender-updated; exit 1; fi',
  'systemctl is-active -q mender-updated && ./a\n«systemctl is-failed -q mender-client» && ./a',
  'if «systemctl is-enabled --quiet mender-client»; then killall «mender»; else killall -USR1 mender-auth; fi',
]);

reportedCases('a process is found, and its generation is unknown', script, [
  'if ! ps | grep -q "[m]ender"; then systemctl restart «mender-client»; else systemctl restart mender-authd mender-updated; fi',
  'if pgrep «mender» >/dev/null; then systemctl restart «mender-client»; else systemctl restart mender-authd mender-updated; fi',
  'if ! ps | «grep -q "[m]ender "»; then systemctl restart «mender-client»; reboot; else systemctl restart mender-authd mender-updated; fi',
]);

reportedCases('a negated probe next to one that is not', script, [
  'if systemctl is-active --quiet mender-updated || ! systemctl list-unit-files | «grep -q mender-client.service»; then logger x; exit 1; fi',
  'if systemctl is-active --quiet mender-updated || ! «systemctl is-active --quiet mender-client»; then logger x; exit 1; fi',
]);

reportedCases('a second probe finds the old client, and another branch does the answer', script, [
  'if ! systemctl cat «mender-client» >/dev/null 2>&1; then systemctl restart mender-authd mender-updated; elif [ -e /lib/systemd/system/mender-client.service ]; then logger x; else systemctl restart mender-client.service; fi',
]);

reportedCases('more is left out than the answered action, or more is done', script, [
  '«systemctl is-enabled --quiet mender-client» && { systemctl enable --now mender-client; logger x; }\ndpkg -s mender-update >/dev/null && { systemctl enable --now mender-authd mender-updated; }',
  'if «systemctl is-active -q mender-client»; then systemctl restart mender-client; touch /data/ok; else systemctl restart mender-authd mender-updated; fi',
  'if «systemctl is-active -q mender-client»; then systemctl restart mender-client; else systemctl restart mender-authd mender-updated; reboot; fi',
  '«systemctl is-active -q mender-client» || reboot\nsystemctl is-active -q mender-updated || reboot',
]);

const stateFunction = 'check() { «systemctl is-active -q mender-client» || exit 1; }\n';
const controlMap =
  'dbus-send --system --dest=«io.mender.UpdateManager» /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:x';

reportedCases('what is not come to because of a state ends nothing itself', script, [
  `${stateFunction}waitfor() { ping -c1 host && return; exit 1; }\ncheck\nwaitfor\n${controlMap}`,
  `${stateFunction}waitfor() { for i in 1 2 3; do if ping -c1 host; then return; fi; done; exit 1; }\ncheck\nwaitfor\n${controlMap}`,
  `${stateFunction}run() { check; waitfor; ${controlMap}; }\nwaitfor() { ping -c1 host && return 0; exit 1; }\nrun`,
]);

quietCases('what is never come to', script, [
  'waitfor() { exit 1; }\nwaitfor\ndbus-send --system --dest=io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:x',
]);

reportedCases('a probe ends the script', script, [
  'set -e\ndpkg -s «mender-client» >/dev/null 2>&1\nif [ $? -eq 0 ]; then dbus-send --system --dest=io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:x; fi',
]);

reportedCases('an action repeats as long as the old client runs', script, [
  'systemctl restart mender-authd mender-updated\nwhile pgrep -x «mender» >/dev/null; do systemctl restart «mender-client»; sleep 5; done',
]);

reportedCases('another line probes for the state of the new client without a consequence', script, [
  'pidof mender-auth >/dev/null || echo "no OTA client"\n! ps | «grep -q "[m]ender "» && echo ok',
  'systemctl is-active -q mender-updated && echo new\n«systemctl is-active -q mender-client» && echo old',
]);

quietCases('both are probed for the same state, in two variables', script, [
  'OLD=$(systemctl is-active mender-client)\nNEW=$(systemctl is-active mender-updated)\nif [ "$OLD" != active ] && [ "$NEW" != active ]; then reboot; fi',
  'OLD=$(systemctl is-active mender-client)\nNEW=$(systemctl is-active mender-updated)\nif [ "$OLD" = active ] || [ "$NEW" = active ]; then exit 0; fi\nreboot',
  'OLD=$(systemctl is-active mender-client)\nNEW=$(systemctl is-active mender-updated)\nif [[ $OLD != active && $NEW != active ]]; then reboot; fi',
  'OLD=$(systemctl is-active mender-client || true)\nNEW=$(systemctl is-active mender-updated || true)\nif [ "$OLD" != active ] && [ "$NEW" != active ]; then reboot; fi',
  'OLD=$(pidof mender)\nNEW=$(pidof mender-update)\nif [ -z "$OLD" ] && [ -z "$NEW" ]; then reboot; fi',
  'OLD=$(pidof mender)\nNEW=$(pidof mender-update)\nif [ -z "$OLD$NEW" ]; then reboot; fi',
]);

quietCases('both are probed for the same state, each with its consequence', script, [
  'systemctl is-active -q mender-client && systemctl restart mender-client\nsystemctl is-active -q mender-updated && systemctl restart mender-authd mender-updated',
  'systemctl is-active -q mender-client && systemctl restart mender-client\nsystemctl is-active -q mender-updated && systemctl restart mender-updated',
  'systemctl is-active -q mender-client && echo old\nsystemctl is-active -q mender-updated && echo new',
  'if systemctl is-active -q mender-client; then logger old runs; fi\nif systemctl is-active -q mender-updated; then logger new runs; fi',
  'if systemctl is-enabled -q mender-client; then mender commit; ./done ok; fi\nif systemctl is-enabled -q mender-updated; then mender-update commit; ./done ok; fi',
  'if systemctl is-active -q mender-client; then systemctl restart mender-client; elif systemctl is-active -q mender-updated; then systemctl restart mender-updated; fi',
  'if [ "$(systemctl is-active mender-client)" = active ]; then systemctl restart mender-client; elif [ "$(systemctl is-active mender-updated)" = active ]; then systemctl restart mender-updated; fi',
  'if pidof mender >/dev/null; then killall mender; fi\nif pidof mender-update >/dev/null; then killall mender-auth mender-update; fi',
]);

quietCases('everything left out is done for the new client', script, [
  'if systemctl is-active -q mender-client; then systemctl restart mender-client; logger x; else systemctl restart mender-authd mender-updated; logger y; fi',
  'if systemctl is-active --quiet mender-client; then systemctl restart mender-client; fi\nsystemctl restart mender-authd mender-updated',
]);

quietCases('a question that `set -e` takes no notice of', script, [
  'set -e\nis_old() { command -v mender >/dev/null; }\nif is_old; then mender commit; else mender-update commit; fi',
  'set -e\nif ! command -v mender >/dev/null; then mender-update commit; exit 0; fi\nmender commit',
]);

quietCases('a signal to the old process where that one runs', script, [
  'if command -v mender-update; then mender-update check-update; else pkill -USR1 mender; fi',
  'if command -v mender; then pkill -USR1 mender; else mender-update check-update; fi',
  'if command -v mender; then pkill -USR1 mender; else pkill -USR1 -x mender-update; fi',
  'if command -v mender; then kill -USR1 $(pidof mender); else kill -USR1 $(pidof mender-update); fi',
  'if systemctl is-active -q mender-client; then pkill -USR1 -x mender; elif systemctl is-active -q mender-updated; then pkill -USR1 -x mender-update; fi',
  'if [ -x /usr/bin/mender ]; then mender check-update; else pkill -USR1 -x mender-update; fi',
]);

foundCases('a use that would do harm once it is reached is fixed together with the probe', script, [
  {
    text: 'if «systemctl is-active --quiet mender-client»; then «pkill -USR1 mender»; fi',
    rules: ['systemctl-query', 'process-signal'],
    safety: 'safe',
    fixed:
      'if systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated; then pkill -USR1 -x mender-update; fi',
  },
  {
    text: 'if «systemctl is-active -q mender-client»; then «mender commit» || reboot; fi',
    rules: ['systemctl-query', 'mender-commit'],
    safety: 'safe',
    fixed:
      'if systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; then mender-update commit || reboot; fi',
    check: /with what it depends on/,
  },
]);

foundCases('under `set -e`, two commands end the script as one did', script, [
  {
    text: 'set -e\n«systemctl is-active --quiet mender-client»\nif [ $? -ne 0 ]; then systemctl restart «mender-client»; fi',
    rules: ['systemctl-query', 'systemctl-control'],
    safety: 'safe',
    fixed:
      'set -e\n(systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated)\nif [ $? -ne 0 ]; then systemctl restart mender-authd mender-updated; fi',
  },
  {
    text: 'set -e\n«service mender-client restart»\ntouch /data/ok',
    rules: 'service-command',
    fixed: 'set -e\n(service mender-authd restart && service mender-updated restart)\ntouch /data/ok',
  },
]);

foundCases('a failing use in a function, before statements after `||`', script, [
  {
    text: 'ensure() { «mender send-inventory»; }\npidof mender-update >/dev/null && ensure || systemctl restart «mender-client»',
    rules: ['mender-send-inventory', 'systemctl-control'],
    safety: 'safe',
    fixed:
      'ensure() { mender-update send-inventory; }\npidof mender-update >/dev/null && ensure || systemctl restart mender-authd mender-updated',
  },
]);

describe('a fix that is made along with others', () => {
  const bus =
    'dbus-send --system --dest=io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:x';
  const bestOf = (text: string) => findings(text, script).at(-1)?.fixes[0];

  for (const text of [
    `${bus} || systemctl restart mender-client`,
    `systemctl is-enabled -q mender-authd && ${bus} || systemctl restart mender-client`,
  ])
    it(`is to review where its decision has none: ${text}`, () => {
      assert.equal(bestOf(text)?.safety, 'review');
      assert.match(bestOf(text)?.title ?? '', /\(check: what decides about it has no automatic fix\)$/);
    });

  it('includes what a corrected probe leads to, and the consequences of its failure', () => {
    const { title, safety } = bestOf(
      'systemctl is-active -q mender-client && systemctl restart mender-client || mender rollback',
    )!;
    assert.equal(safety, 'safe');
    assert.match(title, /, with the 2 uses it depends on$/);
  });

  it('says what must be checked in those others', () => {
    const { title, safety } = bestOf('pkill -x mender || mender bootstrap')!;
    assert.equal(safety, 'review');
    assert.match(title, /with what it depends on \(check which of the two is meant\)$/);
  });
});
