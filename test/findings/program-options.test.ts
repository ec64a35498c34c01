/**
 * Options of other programs, according to their manuals: which take a value, and what is a file, a pattern or a probe.
 */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('after options without a value, or with one', 'script.sh', [
  // xargs(1): the values of -i, -l and -e are in the same word.
  { text: 'xargs -i «mender install» {}', rules: 'mender-install', fixed: 'xargs -i mender-update install {}' },
  { text: 'xargs -n 1 «mender install»', rules: 'mender-install', fixed: 'xargs -n 1 mender-update install' },
  // systemd-run(1): `--pty`
  { text: 'systemd-run -t «mender commit»', rules: 'mender-commit', fixed: 'systemd-run -t mender-update commit' },
  // sudo(8): with a command, it runs it, and asks for the password.
  { text: 'sudo -k «mender commit»', rules: 'mender-commit', fixed: 'sudo -k mender-update commit' },
  // parallel(1): `--ungroup`
  { text: 'parallel -u «mender commit»', rules: 'mender-commit', fixed: 'parallel -u mender-update commit' },
  {
    text: 'flock --command "«mender commit»" /run/lock',
    rules: 'mender-commit',
    fixed: 'flock --command "mender-update commit" /run/lock',
  },
  // expect(1): diagnostics
  {
    text: 'expect -d -c "spawn «mender commit»"',
    rules: 'mender-commit',
    fixed: 'expect -d -c "spawn mender-update commit"',
  },
]);

foundCases('files that test(1) looks for', 'script.sh', [
  {
    text: '[ -x «/etc/systemd/system/mender-client.service» ]',
    rules: 'unit-file-path',
    fixed: '[ -x /etc/systemd/system/mender-updated.service ]',
  },
  {
    text: '[ -n "$X" -a -x /usr/bin/«mender» ]',
    rules: 'binary-probe',
    fixed: '[ -n "$X" -a -x /usr/bin/mender-update ]',
  },
]);

quietCases('options that run nothing, or make a probe', 'script.sh', [
  'sudo --list mender commit',
  'sudo -l mender commit',
  'sudo --edit /usr/bin/mender',
  // grep(1): the number is not an operand.
  'if grep -m 1 mender-updated a; then systemctl stop mender-updated; else systemctl stop mender-client; fi',
  // dpkg(1) has no such option, dpkg-query(1) does.
  'dpkg -W mender-client',
]);
