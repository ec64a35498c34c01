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

foundCases('tables that a script hands to crontab', 'script.sh', [
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

quietCases('what a script tells crontab otherwise', 'script.sh', [
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
