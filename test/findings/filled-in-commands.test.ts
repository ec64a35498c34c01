/**
 * Commands that printf, awk, xargs and formats of languages compose: the inserted values are known only at run time.
 */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('text that is only printed', 'script.sh', [
  'awk \'{print "mender commit" > "x"}\'',
  'awk \'{print "mender " $1 " x"}\' list',
  'printf \'%s\\n\' "mender commit" "mender rollback" | sh',
  "printf 'run mender %s by hand\\n' commit",
  "printf 'mender %s\\n' commit",
  "printf 'mender commit\\n' > /tmp/x.txt",
  'awk \'{print "run mender " $1 " by hand"}\' list',
  'awk -f prog.awk "mender commit"',
  'awk \'{print "mender commit" | "sort"}\' list',
  'awk \'{print "mender commit" | "mail root"}\' list',
  'awk \'{print "mender commit" | "ssh " $1 " cat"}\' list',
  'echo x | xargs -I F echo mender F',
]);

foundCases('composed commands that are run', 'script.sh', [
  {
    text: "printf '«mender» %s\\n' commit | sh",
    rules: 'mender-commit',
    fixed: "printf 'mender-update %s\\n' commit | sh",
    safety: 'review',
  },
  {
    text: 'printf \'«mender» %s\' "$x" | sh',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'printf \'«mender» %s\\n\' "$1" | sh\n«mender install» x',
    rules: ['mender-dynamic-command', 'mender-install'],
    fixed: 'printf \'mender %s\\n\' "$1" | sh\nmender-update install x',
  },
  {
    text: 'cmd=commit\nprintf \'«mender» %s\\n\' "$cmd" | sh',
    rules: 'mender-commit',
    fixed: 'cmd=commit\nprintf \'mender-update %s\\n\' "$cmd" | sh',
    safety: 'review',
  },
  {
    text: 'echo commit | awk \'{system("«mender " $1»)}\'',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'awk \'{printf "«mender %s»\\n", $1}\' list | sh',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'echo commit | xargs -I{} «mender {}»',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'eval "«mender $1»"',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'eval "«mender ${1:-commit}»"',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'find . -exec «mender {}» \\;',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'ssh dev "«mender %s»"',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'echo commit | xargs -I CMD «mender CMD»',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'echo x | xargs -I F «mender install» F',
    rules: 'mender-install',
    fixed: 'echo x | xargs -I F mender-update install F',
    safety: 'safe',
  },
  {
    text: 'awk \'{print "«mender commit»"}\' | sh',
    rules: 'mender-commit',
    fixed: 'awk \'{print "mender-update commit"}\' | sh',
    safety: 'safe',
  },
  {
    text: 'awk \'/a/ {system("systemctl restart «mender-client»")}\' log',
    rules: 'systemctl-control',
    fixed: 'awk \'/a/ {system("systemctl restart mender-authd mender-updated")}\' log',
    safety: 'safe',
  },
  {
    text: 'awk \'BEGIN { "«mender show-artifact»" | getline v; print v }\'',
    rules: 'mender-show-artifact',
    fixed: 'awk \'BEGIN { "mender-update show-artifact" | getline v; print v }\'',
    safety: 'review',
  },
  {
    text: 'awk \'{ printf("«mender install» %s\\n", $1) | "sh" }\' list',
    rules: 'mender-install',
    fixed: 'awk \'{ printf("mender-update install %s\\n", $1) | "sh" }\' list',
    safety: 'safe',
  },
  ...['bash', '/bin/dash', 'zsh', 'sudo sh', 'ssh device'].map(shell => ({
    text: `awk '{ print "«mender commit»" | "${shell}" }' list`,
    rules: 'mender-commit',
    fixed: `awk '{ print "mender-update commit" | "${shell}" }' list`,
    safety: 'safe' as const,
  })),
  {
    text: "printf 'systemctl stop %s\\n«mender commit»\\n' x | ssh dev",
    rules: 'mender-commit',
    fixed: "printf 'systemctl stop %s\\nmender-update commit\\n' x | ssh dev",
    safety: 'safe',
  },
  {
    text: "printf '%s %s\\n' «mender commit» | sh",
    rules: 'mender-commit',
    fixed: "printf '%s %s\\n' mender-update commit | sh",
    safety: 'review',
  },
  {
    text: 'printf \'«mender install» %s/x.mender\\n\' "$dir" | sh',
    rules: 'mender-install',
    fixed: 'printf \'mender-update install %s/x.mender\\n\' "$dir" | sh',
    safety: 'review',
  },
  {
    text: "printf '«mender %s»\\n' commit rollback | sh",
    rules: 'mender-dynamic-command',
  },
]);

foundCases('composed commands that are run', 'a.py', [
  {
    text: 'subprocess.run("«mender %s»" % x, shell=True)',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'subprocess.run("«mender {}»".format(x), shell=True)',
    rules: 'mender-dynamic-command',
  },
  {
    text: 'subprocess.run("«mender commit»", shell=True)\nsubprocess.run("«mender %s»" % x, shell=True)',
    rules: ['mender-commit', 'mender-dynamic-command'],
  },
]);
