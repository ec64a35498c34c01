/** Output and status of a script's probes, where a use of the old client depends on them. */
import assert from 'node:assert/strict';
import { quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';

quietCases('a path is printed as it is looked for', script, [
  'if [ "$(which mender-update)" = /usr/bin/mender-update ]; then a; else mender commit; fi',
  'if [ "$(command -v /opt/mender-update)" = /opt/mender-update ]; then a; else mender commit; fi',
]);

reportedCases('more than a path is printed', script, [
  'if [ "$(type mender-update)" = /usr/bin/mender-update ]; then a; else «mender commit»; fi',
  'if [ "$(which mender-update mender-auth)" = /usr/bin/mender-update ]; then a; else «mender commit»; fi',
]);

quietCases('the status of a command is any failure, or success', script, [
  'command -v mender-update\nR=$?\nif [ $R = 1 ]; then mender commit; fi',
  'command -v mender-update\nR=$?\nif [ $R = 127 ]; then mender commit; fi',
  'foo\nR=$?\nif [ $R -ne 0 ]; then mender commit; else mender-update commit; fi',
]);

reportedCases('a version that the script sets is known', script, [
  'MENDER_VERSION=3\nif [ "$MENDER_VERSION" = 3 ]; then «mender commit»; else mender-update commit; fi',
]);

reportedCases('output of the new client is no choice of the author, even with text next to it', script, [
  'A="$(mender-update show-artifact)$(cat /x)"\nif [ "$A" = x ]; then mender-update commit; else «mender commit»; fi',
]);

quietCases('pgrep finds only the old process where the whole name must match', script, [
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

quietCases('commands that do nothing with a service, or only prepare it, prove nothing about the client', script, [
  'if cat /x/mender-updated; then mender-update commit; else mender commit; fi',
  'if systemctl unmask mender-updated; then mender-update commit; else mender commit; fi',
  'X=$(systemctl show mender-updated)\nif [ "$X" = a ]; then mender-update commit; else mender commit; fi',
  'A=$X$Y\nif [ "$A" = mender ]; then mender commit; else mender-update commit; fi',
]);

reportedCases('a package of the old client is installed where there is no client', script, [
  'if command -v mender-update; then a; else apt-get install «mender-client»; fi',
]);

quietCases('one of the names in a list is that of the new service', script, [
  'for s in mender-client mender-updated foo; do systemctl is-active $s && systemctl restart $s; done',
]);

reportedCases('another probe for the new service is not the same one, whatever their consequences', script, [
  'f() {\n«systemctl is-enabled mender-client» && { systemctl restart mender-client; logger a; }\nsystemctl is-failed mender-authd && { systemctl restart mender-authd mender-updated; logger a; }\nsystemctl restart mender-authd mender-updated && curl x\n}\nf',
]);

quietCases('a search for the new process finds no old one', script, [
  'pgrep mender-update || reboot\npidof mender || true',
]);

it('the failure of either of two probes decides, and is fixed with them', () => {
  const text =
    'if systemctl cat mender-client && systemctl is-enabled mender-client; then systemctl restart mender-client; exit 0; fi\n! systemctl is-active mender-client || systemctl restart mender-updated\n';
  for (const { fixes } of findings(text)) assert.doesNotMatch(fixes[0]?.title ?? '', /has no automatic fix/);
});

it('a second probe for the same state is fixed together with the first', () => {
  const text = 'systemctl is-active mender-client && touch /x; systemctl is-active mender-client && touch /x\n';
  const titles = findings(text).map(({ fixes: [best] }) => best?.title ?? '');
  assert.deepEqual(
    titles.map(title => title.endsWith(', with what it depends on')),
    [false, true],
  );
});
