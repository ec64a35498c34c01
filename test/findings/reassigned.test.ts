/** Variables that name the one client here and the other there: their value where the script reaches a use counts. */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

reportedCases('the old client is named where it is used, and the new one elsewhere', script, [
  'M=«mender»; $M commit; M=mender-update; $M show-artifact',
  'M=mender-update; $M show-artifact; M=«mender»; $M commit',
  // In a branch, a loop, a `case`, a subshell.
  'M=«mender»\nif [ -e /x ]; then $M commit; M=mender-update; $M commit; fi',
  'M=mender-update\nif [ -e /x ]; then M=«mender»; $M commit; fi',
  'for i in 1 2; do $M commit; M=«mender»; $M commit; M=mender-update; done',
  'M=«mender»\nwhile read x; do $M commit; M=mender-update; done',
  'M=«mender»\ncase $1 in a) $M commit ;; *) M=mender-update; $M commit ;; esac',
  'M=«mender»\n( M=mender-update; $M commit )\n$M commit',
  // By a function, and by one that is called with the name.
  'f() { $M commit; }\nM=«mender»\nf\nM=mender-update\nf',
  'f() { "$1" commit; }\nf «mender»\nf mender-update',
  'old() { M=«mender»; }\nnew() { M=mender-update; }\nold\n$M commit\nnew\n$M commit',
  'f() { local M=«mender»; $M commit; }\nM=mender-update\nf\n$M commit',
  // A default, which is the value as long as nothing sets it.
  'M=${MENDER:-«mender»}\n$M commit\nM=mender-update\n$M show-artifact',
  ': "${M:=«mender»}"\n$M commit\nM=mender-update\n$M commit',
  '${M:-«mender»} commit\nM=mender-update\n${M:-mender} show-artifact',
  // In a child, and on another machine.
  "export M=«mender»\nsh -c '$M commit'\nexport M=mender-update\nsh -c '$M show-artifact'",
  'M=«mender»\nssh host "$M commit"\nM=mender-update\nssh host "$M commit"',
  // An array is one command line.
  'M=(«mender commit»)\n"${M[@]}"\nM=(mender-update commit)\n"${M[@]}"',
  // Several in one script, and in one call.
  'M=«mender»\nS=«mender-client»\n$M commit && systemctl restart $S\nM=mender-update\nS=mender-updated\nsystemctl restart $S\n$M commit',
  'S=«mender-client»\nT=nginx\nsystemctl restart $S $T\nT=mender-updated',
  'S=«mender-client»\nT=nginx\nsystemctl restart $S $T\nS=mender-updated\nsystemctl restart $S $T',
  // Commands that probe, show or look for something.
  'S=«mender-client»\njournalctl -u $S\nS=mender-updated\njournalctl -u $S',
  'S=«mender»\npidof $S || reboot\nS=mender-update\npidof $S || reboot',
  'D=«mender»\ncommand -v $D || exit 1\nD=mender-update\ncommand -v $D || exit 1',
  // Its words elsewhere name the new client, but the old one is run.
  'M=«mender»\n$M install /data/mender-update.mender\nM=mender-update\n$M commit',
  'S=«mender-client»\nsystemctl restart $S\nS=mender-authd\nsystemctl restart $S\nS=mender-updated\nsystemctl restart $S',
]);

quietCases('the new client is named wherever the script reaches a use', script, [
  'M=mender; M=mender-update; $M commit',
  'M=mender\nif command -v mender-update; then M=mender-update; fi\n$M commit',
  'M=mender\nif [ -e /x ]; then M=mender-update; fi\n$M commit',
  'M=${MENDER:-mender-update}\n$M commit',
  'f() { $M commit; }\nM=mender\nM=mender-update\nf',
  'S=mender-client\nT=mender-updated\nsystemctl restart $S $T',
  'A=mender\nB=mender-update\nfor x in $A $B; do $x commit; done',
  'C=(mender mender-update)\nfor x in "${C[@]}"; do command -v "$x" && { "$x" commit; break; }; done',
  'M=(mender commit)\ncommand -v mender-update && M=(mender-update commit)\n"${M[@]}"',
]);

reportedCases('other names in variables are found, too', script, [
  'N=io.mender.UpdateManager\nbusctl introspect «$N» /x',
  'P=«mender-client»=3.5.2\napt-get install -y $P',
  'D=«/usr/bin/mender»\n[ -x "$D" ] || exit 1',
]);

foundCases('fixing one use keeps the names of other uses', script, [
  {
    text: 'M=«mender»; $M commit; M=mender-update; $M show-artifact',
    rules: 'mender-commit',
    safety: 'review',
    fixed: 'M=mender-update; $M commit; M=mender-update; $M show-artifact',
  },
]);

foundCases('a loop reads the name from a heredoc', script, [
  {
    text: 'while read s; do systemctl restart $s; done <<EOF\n«mender-client»\nssh\nEOF',
    rules: 'systemctl-control',
    safety: 'review',
    fixed: 'while read s; do systemctl restart $s; done <<EOF\nmender-authd\nmender-updated\nssh\nEOF',
  },
  {
    text: 'while IFS= read -r s || [ -n "$s" ]; do systemctl stop "$s"; done <<-\'EOF\'\n\tssh\n\t«mender-client»\nEOF',
    rules: 'systemctl-control',
    fixed:
      'while IFS= read -r s || [ -n "$s" ]; do systemctl stop "$s"; done <<-\'EOF\'\n\tssh\n\tmender-authd\nmender-updated\nEOF',
  },
  {
    text: 'while read s v; do systemctl $v $s; done <<EOF\n«mender-client» restart\nEOF',
    rules: 'systemctl-control',
    fixed: 'while read s v; do systemctl $v $s; done <<EOF\nmender-updated restart\nEOF',
  },
  {
    text: 'while IFS=: read s p; do systemctl restart $s; done <<EOF\n«mender-client»:a\nssh:mender\nEOF',
    rules: 'systemctl-control',
    fixed: 'while IFS=: read s p; do systemctl restart $s; done <<EOF\nmender-updated:a\nssh:mender\nEOF',
  },
]);

reportedCases('the first name that a loop reads ends it', script, [
  'set -e\nwhile read s; do systemctl stop $s; done <<EOF\n«mender-client»\nmender-authd\nmender-updated\nEOF\ntouch /done',
  'while read s; do systemctl stop $s || exit 1; done <<EOF\n«mender-client»\nmender-authd\nmender-updated\nEOF',
]);

reportedCases('the names on a line of a heredoc do not match for both clients', script, [
  'while read s; do systemctl restart $s; done <<EOF\n«mender-client» ssh\nmender-authd cron\nEOF',
  'while read s; do systemctl restart $s; done <<EOF\n«mender-client» ssh\nmender-authd mender-updated\nEOF',
  'while read s; do systemctl stop $s; done <<EOF\n«mender-client» ssh\nmender-updated\nEOF',
  'while read p s; do command -v $p && systemctl stop $s; done <<EOF\nmender «mender-client»\nmender-update mender-updated\nEOF',
]);

quietCases('the names on each line of a heredoc belong together', script, [
  'while read s v; do systemctl $v $s; done <<EOF\nmender-client restart\nmender-updated restart\nEOF',
  'while read p s; do command -v $p && systemctl restart $s; done <<EOF\nmender mender-client\nmender-update mender-updated\nEOF',
  'while read a b; do systemctl restart $a || systemctl restart $b; done <<EOF\nmender-client mender-updated\nEOF',
]);

quietCases('a loop reads the names of both from a heredoc, or others', script, [
  'while read s; do systemctl restart $s; done <<EOF\nmender-client\nmender-updated\nEOF',
  'while read s; do systemctl restart $s; done <<EOF\nmender-connect\nEOF',
  'while read s; do systemctl restart $s; done <<EOF\n$CLIENT\nEOF',
]);
