/** Tables of cron and rules of udev. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('a system crontab', 'etc/cron.d/product', [
  {
    text: '*/5 * * * * root «mender check-update»\n',
    rules: 'mender-check-update',
    fixed: '*/5 * * * * root mender-update check-update\n',
  },
  {
    text: 'PATH=/bin\n@reboot root «mender commit» >/dev/null 2>&1\n',
    rules: 'mender-commit',
    fixed: 'PATH=/bin\n@reboot root mender-update commit >/dev/null 2>&1\n',
  },
  {
    text: '0 3 1-7 jan,feb mon root test -e /x && systemctl restart «mender-client»\n',
    rules: 'systemctl-control',
    fixed: '0 3 1-7 jan,feb mon root test -e /x && systemctl restart mender-authd mender-updated\n',
  },
]);

foundCases('a crontab of a user', 'var/spool/cron/crontabs/root', [
  { text: '0 * * * * «mender commit»\n', rules: 'mender-commit', fixed: '0 * * * * mender-update commit\n' },
  {
    text: '\t0 * * * *\t«mender commit»%input mender commit\r\n',
    rules: 'mender-commit',
    fixed: '\t0 * * * *\tmender-update commit%input mender commit\r\n',
  },
]);

foundCases('tables that a script passes to crontab', 'script.sh', [
  {
    text: '(crontab -l; echo "0 3 * * * systemctl restart «mender-client»") | crontab -',
    rules: 'systemctl-control',
    fixed: '(crontab -l; echo "0 3 * * * systemctl restart mender-authd mender-updated") | crontab -',
  },
  {
    text: "crontab -l 2>/dev/null | { cat; echo '*/5 * * * * «mender check-update» >/dev/null'; } | sudo crontab -u root -",
    rules: 'mender-check-update',
    fixed:
      "crontab -l 2>/dev/null | { cat; echo '*/5 * * * * mender-update check-update >/dev/null'; } | sudo crontab -u root -",
  },
  {
    text: 'crontab <<EOF\n@daily «/usr/bin/mender send-inventory»\nEOF',
    rules: 'mender-send-inventory',
    fixed: 'crontab <<EOF\n@daily /usr/bin/mender-update send-inventory\nEOF',
  },
  {
    text: "printf '%s\\n' '0 4 * * * «mender commit»' | crontab",
    rules: 'mender-commit',
    fixed: "printf '%s\\n' '0 4 * * * mender-update commit' | crontab",
  },
]);

quietCases('other calls of crontab in a script', 'script.sh', [
  "echo '0 4 * * * mender commit' | crontab -l",
  "echo '0 4 * * * mender commit' | crontab table",
  "(echo '0 4 * * * mender commit') | grep -c mender",
  "(crontab -l | grep -v 'mender check-update') | crontab -",
  "(crontab -l; echo '# mender commit') | crontab -",
]);

quietCases('crontabs', 'etc/cron.d/mender', [
  '# 0 * * * * root mender commit\n',
  '0 * * * * mender commit\n',
  'MAILTO=mender commit\n',
  '0 * * * * root echo "mender commit"\n',
  '0 * * * * mender /usr/bin/backup\n',
  '0 * * * * root cat %mender commit\n',
  'mender commit\n',
]);

foundCases('rules of udev', 'etc/udev/rules.d/99-usb.rules', [
  {
    text: 'ACTION=="add", RUN+="«/usr/bin/mender commit»"\n',
    rules: 'mender-commit',
    fixed: 'ACTION=="add", RUN+="/usr/bin/mender-update commit"\n',
  },
  {
    text: 'ACTION=="add", \\\n  RUN{program}+="/bin/sh -c \'«mender install» /media/%k\'"\n',
    rules: 'mender-install',
    fixed: 'ACTION=="add", \\\n  RUN{program}+="/bin/sh -c \'mender-update install /media/%k\'"\n',
  },
  {
    text: 'RUN+="/bin/systemctl restart «mender-client.service»", RUN+="/bin/true"\n',
    rules: 'systemctl-control',
    fixed: 'RUN+="/bin/systemctl restart mender-authd.service mender-updated.service", RUN+="/bin/true"\n',
  },
]);

quietCases('rules of udev', 'usr/lib/udev/rules.d/80-mender.rules', [
  '# RUN+="mender commit"\n',
  'ENV{NAME}="mender commit"\n',
  'SYMLINK+="mender", TAG+="mender commit"\n',
  'RUN+="/usr/bin/mender-update commit"\n',
  'RUN{builtin}+="mender commit"\n',
  'ENV{SYSTEMD_WANTS}="mender-usb.service"\n',
]);

foundCases('commands of supervisord', 'etc/supervisor/conf.d/agent.conf', [
  {
    text: '[program:mender]\ncommand=sudo «mender commit» ; mender commit\nautostart=true\n',
    rules: 'mender-commit',
    fixed: '[program:mender]\ncommand=sudo mender-update commit ; mender commit\nautostart=true\n',
  },
]);

quietCases('other lines of supervisord', 'etc/supervisor/conf.d/agent.conf', [
  '[supervisorctl]\ncommand=mender commit\n',
  '[program:mender]\n;command=mender commit\ndirectory=/usr/bin/mender commit\n',
  '# mender-lint: disable-file\n[program:a]\ncommand=mender commit\n',
]);

foundCases('processes of init', 'etc/inittab', [
  { text: '::once:«mender commit»\n', rules: 'mender-commit', fixed: '::once:mender-update commit\n' },
  { text: 'M0:2345:wait:«mender commit»\n', rules: 'mender-commit', fixed: 'M0:2345:wait:mender-update commit\n' },
]);

quietCases('other lines of init', 'etc/inittab', [
  '# ::once:mender commit\n',
  'M0:2345:off:mender commit\n',
  'mender commit\n',
]);

foundCases('scripts of execline', 's6/agent/run', [
  {
    text: '#!/usr/bin/execlineb -P\nfdmove -c 2 1\nforeground { «mender commit» }\ns6-setuidgid root\n«mender rollback»\n',
    rules: ['mender-commit', 'mender-rollback'],
    fixed:
      '#!/usr/bin/execlineb -P\nfdmove -c 2 1\nforeground { mender-update commit }\ns6-setuidgid root\nmender-update rollback\n',
  },
]);

quietCases('other lines of execline', 's6/agent/run', [
  '#!/usr/bin/execlineb -P\n# mender commit\necho mender commit\nmender-update daemon\n',
]);

foundCases('units that devices want', 'rules.d/90-agent.rules', [
  {
    text: 'SUBSYSTEM=="usb", TAG+="systemd", ENV{SYSTEMD_WANTS}+="«mender-client.service»"\n',
    rules: 'unit-wants',
    fixed: 'SUBSYSTEM=="usb", TAG+="systemd", ENV{SYSTEMD_WANTS}+="mender-authd.service mender-updated.service"\n',
  },
]);

quietCases('units that devices want', 'rules.d/90-agent.rules', [
  'SUBSYSTEM=="usb", ENV{SYSTEMD_WANTS}="mender-connect.service"\n',
  'SUBSYSTEM=="usb", ENV{OTHER}="mender-client.service"\n',
]);
