/** What variables, loops and links of a script hold where a use of the old client hangs on them. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('the last of the names that is found', script, [
  'for b in mender-update mender; do command -v $b || continue; M=$b; done\n$M commit',
]);

quietCases('a default that is not empty where the new client is', script, [
  ': ${M:=$(command -v mender-update)}\nif [ "$M" ]; then $M commit; else mender commit; fi',
  'M=${M:-$(command -v mender-update)}\n[ -n "$M" ] || mender commit',
  'M=$(command -v mender-update)\nM=${M:-mender}\n$M commit',
]);

quietCases('a text that is printed because of the client, or not', script, [
  'X=$(command -v mender-update >/dev/null && echo yes)\nif [ -n "$X" ]; then mender-update commit; else mender commit; fi',
  'f() { command -v mender-update >/dev/null && echo yes; }\nif [ -n "$(f)" ]; then mender-update commit; else mender commit; fi',
  'X=$(command -v mender >/dev/null && echo yes)\nif [ -n "$X" ]; then mender commit; else mender-update commit; fi',
]);

reportedCases('a text that is printed because of the other client', script, [
  'X=$(command -v mender-update >/dev/null && echo yes)\nif [ -z "$X" ]; then mender-update commit; else «mender commit»; fi',
]);

quietCases('a status that a function hands on', script, [
  'f() { command -v mender-update >/dev/null; return $?; }\nif f; then mender-update commit; else mender commit; fi',
  'f() { command -v mender-update >/dev/null && r=0 || r=1; return $r; }\nif f; then mender-update commit; else mender commit; fi',
  'f() { command -v mender-update >/dev/null; exit $?; }\nif (f); then mender-update commit; else mender commit; fi',
]);

reportedCases('a status that a function hands on, taken for its opposite', script, [
  'f() { command -v mender-update >/dev/null; return $?; }\nif f; then «mender commit»; else mender-update commit; fi',
]);

const old = 'if command -v mender-update >/dev/null; then :; else';

quietCases('a substitution in any place of a branch for the old client', script, [
  `${old} diff <(mender show-artifact) /x; fi`,
  `${old} while read -r l; do echo "$l"; done < <(mender show-provides); fi`,
  `${old} tee >(mender install -) </x; fi`,
  `${old} echo >"/run/$(mender show-artifact)"; fi`,
  `${old} { echo a; echo b; } >"/run/$(mender show-artifact)"; fi`,
  `${old} cat <<X | tee /x\n$(mender show-artifact)\nX\nfi`,
  `${old} n=$(( $(mender show-provides | wc -l) + 1 )); fi`,
  `${old} x=\${y//a/$(mender show-artifact)}; fi`,
  `${old} x=\${y:+$(mender show-artifact)}; fi`,
  `${old} x+=$(mender show-artifact); fi`,
  `${old} A=$(mender show-artifact) printenv; fi`,
]);

quietCases('a substitution of a heredoc decides itself', script, [
  'cat >/x <<X\n$(command -v mender-update >/dev/null && mender-update show-artifact || mender show-artifact)\nX',
  'cat >/x <<X\n$(if command -v mender-update >/dev/null; then mender-update show-artifact; else mender show-artifact; fi)\nX',
]);

reportedCases('a substitution of a heredoc decides by nothing', script, [
  'cat >/x <<X\n$(«mender show-artifact»)\nX',
  'if command -v mender-update >/dev/null; then diff <(«mender show-artifact») /x; fi',
]);

reportedCases('a default that says nothing of the client', script, [
  'M=${M-$(command -v mender-update)}\n[ -n "$M" ] || «mender commit»\nmender-update show-artifact',
  'M=\nM=${M-mender-update}\nif [ -z "$M" ]; then «mender commit»; fi',
  'M=${M:-$(cat /x)}\n[ -n "$M" ] || «mender commit»\nmender-update show-artifact',
  'M=\nM=${M:-mender-update}\nif [ "$M" = mender-update ]; then mender-update commit; else «mender commit»; fi',
  'f() { if [ "$2" ]; then mender-update commit; else «mender commit»; fi; }\nf old',
]);

quietCases('a name that comes from elsewhere', script, [
  'case $1 in mender-update) mender-update commit ;; *) mender commit ;; esac',
  'if [ "$CLIENT" = mender ]; then mender commit; else mender-update commit; fi',
]);

quietCases('lines are counted', script, [
  'N=$(command -v mender-update | wc -l)\nif [ $N -gt 0 ]; then mender-update commit; else mender commit; fi',
  'N=$(command -v mender | wc -l)\nif [ $N -gt 0 ]; then mender commit; else mender-update commit; fi',
]);

quietCases('a link that is made on the way', script, [
  'rm -f /usr/bin/mender && ln -s mender-update /usr/bin/mender && mender commit',
  'if [ -x /usr/bin/mender-update ]; then ln -s mender-update /usr/bin/mender; fi\nmender commit',
]);

reportedCases('a link that may not be made, or only after that', script, [
  'if test -f /x; then ln -s mender-update /usr/bin/mender; fi\n«mender commit»',
  'while foo; do ln -s mender-update /usr/bin/mender; done\n«mender commit»',
  '«mender commit»\nln -s mender-update /usr/bin/mender',
]);

reportedCases('one of the new services is stopped, and the other one is not', script, [
  'if «systemctl is-active -q mender-client»; then systemctl stop «mender-client»; fi\nif systemctl is-active -q mender-authd; then systemctl stop mender-authd; fi',
]);

quietCases('the new client is asked where the old one is not in the state, and either answer counts', script, [
  'if [ "$(systemctl is-active mender-client)" = active ] || [ "$(systemctl is-active mender-updated)" = active ]; then touch /x; else reboot; fi',
  'if [ "$(systemctl is-active mender-client)" = active ] || [ "$(systemctl is-active mender-updated)" = active ]; then reboot; fi',
  'if [ "$(systemctl is-active mender-client)" = active ] || [ "$(systemctl is-active mender-updated)" = active ]; then exit 0; fi\nreboot',
]);

reportedCases('the new client is asked for another state', script, [
  'if [ "$(«systemctl is-active mender-client»)" = active ] || [ "$(systemctl is-enabled mender-updated)" = enabled ]; then touch /x; else reboot; fi',
  'if [ "$(«systemctl is-active mender-client»)" = active ] || [ "$(systemctl is-active mender-updated)" = failed ]; then touch /x; else reboot; fi',
  'if [ "$(«systemctl is-active mender-client»)" = active ] || foo; then touch /x; else reboot; fi',
]);

quietCases('the state of either client in a pattern', script, [
  'case "$(systemctl is-active mender-client)" in active) systemctl restart mender-client ;; esac\ncase "$(systemctl is-active mender-updated)" in active) systemctl restart mender-updated ;; esac',
  'while systemctl is-active -q mender-client; do systemctl stop mender-client; sleep 1; done\nsystemctl stop mender-authd mender-updated',
]);

reportedCases('what is done for either client in a state is not the same', script, [
  '«systemctl is-active -q mender-client» && { touch /x; touch /x; }\nsystemctl is-active -q mender-updated && touch /x',
  '«systemctl is-active -q mender-client» && echo a > /x\nsystemctl is-active -q mender-updated && echo a',
  '«systemctl is-active -q mender-client» && exit 1\nsystemctl is-active -q mender-updated && exit 0',
  'OLD=$(«systemctl is-active mender-client»)\nNEW=$(systemctl is-active mender-updated)\nif [ "$OLD" = active ] || [ "$NEW" = failed ]; then exit 0; fi\nreboot',
]);
