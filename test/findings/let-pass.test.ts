/** Actions on either client that may fail, and states of both that are one probe. */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('for either client', 'script.sh', [
  'old=$(systemctl is-active mender-client)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active ] || [ "$new" = active ]; then echo running; fi',
  'systemctl is-active mender-client; old=$?\nsystemctl is-active mender-updated; new=$?\nif [ $old -eq 0 ] || [ $new -eq 0 ]; then reboot; fi',
  'journalctl --unit=mender-updated || true\njournalctl --unit=mender-client || true',
  'for s in mender-authd mender-updated mender-client; do journalctl --unit=$s --no-pager || true; done',
  'for s in mender-updated mender-client; do journalctl -u$s || true; done',
  'journalctl -umender-updated || true\njournalctl -umender-client || true',
  'systemctl try-restart mender-client || :\nsystemctl try-restart mender-updated || :',
  'systemctl try-restart mender-client || true\nsystemctl try-restart mender-authd mender-updated || true',
  'systemctl stop mender-client && systemctl disable mender-client\nsystemctl stop mender-authd mender-updated && systemctl disable mender-authd mender-updated',
  '(systemctl stop mender-client || true) && systemctl stop mender-authd mender-updated || true',
  'pkill -x mender || true\npkill -x mender-update || true\npkill -x mender-auth || true',
  'systemctl restart mender-client || true\nsystemctl restart mender-updated || true',
  'mender commit || true\nmender-update commit || true',
  'systemctl stop mender-client || true\nsystemctl stop mender-authd mender-updated || true',
  'set -e\nsystemctl stop mender-client || true\nsystemctl stop mender-authd mender-updated || true',
  'systemctl stop mender-client\nsystemctl stop mender-authd mender-updated',
  'systemctl stop mender-client\nsystemctl disable mender-client\nsystemctl stop mender-authd mender-updated\nsystemctl disable mender-authd mender-updated',
  'systemctl stop mender-client && systemctl disable mender-client && systemctl mask mender-client\nsystemctl stop mender-authd mender-updated && systemctl disable mender-authd mender-updated && systemctl mask mender-authd mender-updated',
  'old=$(systemctl is-active mender-client)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active ] || [ "$new" = active ]; then reboot; fi',
  'old=$(systemctl is-active mender-client)\nnew=$(systemctl is-active mender-updated)\nif [[ $old == active || $new == active ]]; then reboot; fi',
  'old=$(systemctl is-active mender-client)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active -o "$new" = active ]; then reboot; else exit 1; fi',
  'old=$(systemctl is-active mender-client 2>/dev/null || true)\nnew=$(systemctl is-active mender-updated 2>/dev/null || true)\nif [ "$old" = "active" ] || [ "$new" = "active" ]; then echo ok; else exit 1; fi',
  'set -e\nold=$(systemctl is-active mender-client || :)\nnew=$(systemctl is-active mender-updated || :)\n[ "$old" = active ] || [ "$new" = active ] || { echo down; exit 1; }',
  'old=$(systemctl is-active mender-client)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" != active ] && [ "$new" != active ]; then reboot; fi',
  'old=$(systemctl is-enabled mender-client)\nnew=$(systemctl is-enabled mender-updated)\nif [ "$old" = enabled ] || [ "$new" = enabled ]; then echo on; fi',
  'old=$(pidof mender)\nnew=$(pidof mender-update)\nif [ -n "$old" ] || [ -n "$new" ]; then reboot; fi',
  'old=$(systemctl is-active mender-client)\nnew=$(systemctl is-active mender-updated)\nif [ "$new" = active ] || [ "$old" = active ]; then reboot; fi',
]);

quietCases('for either client', 'Makefile', [
  'stop:\n\t-ssh dev systemctl stop mender-client\n\t-ssh dev systemctl stop mender-authd mender-updated',
  'stop:\n\t-ssh dev systemctl stop mender-client\n\t-ssh dev systemctl stop mender-updated\n\t-ssh dev systemctl stop mender-authd',
  'restart:\n\t-ssh dev systemctl restart mender-client\n\t-ssh dev systemctl restart mender-updated',
]);

quietCases('for either client', 'product.service', [
  '[Service]\nExecStartPre=-/usr/bin/systemctl stop mender-client\nExecStartPre=-/usr/bin/systemctl stop mender-updated mender-authd\nExecStart=/usr/bin/product',
  '[Service]\nExecStartPre=-/usr/bin/mender commit\nExecStartPre=-/usr/bin/mender-update commit\nExecStart=/usr/bin/product',
  '[Service]\nExecStartPre=-/usr/bin/systemctl restart mender-client\nExecStartPre=-/usr/bin/systemctl restart mender-updated\nExecStart=/usr/bin/product',
]);

foundCases('for one client only, or in another way', 'script.sh', [
  {
    text: 'for s in mender-connect «mender-client»; do journalctl --unit=$s || true; done',
    rules: 'journalctl-unit',
    fixed: 'for s in mender-connect mender-updated; do journalctl --unit=$s || true; done',
    safety: 'review',
  },
  {
    text: '(systemctl stop «mender-client» || true) && systemctl stop mender-updated || true',
    rules: 'systemctl-control',
    fixed: '(systemctl stop mender-authd mender-updated || true) && systemctl stop mender-updated || true',
    safety: 'safe',
  },
  {
    text: 'pkill -x «mender» || true\npkill -x mender-update || true',
    rules: 'process-name',
    fixed: 'pkill -x mender-update || true\npkill -x mender-update || true',
    safety: 'review',
  },
  {
    text: 'systemctl restart «mender-client»\nsystemctl restart mender-updated',
    rules: 'systemctl-control',
    fixed: 'systemctl restart mender-authd mender-updated\nsystemctl restart mender-updated',
    safety: 'safe',
  },
  {
    text: 'systemctl try-restart «mender-client»\nsystemctl try-restart mender-authd mender-updated',
    rules: 'systemctl-control',
    fixed: 'systemctl try-restart mender-authd mender-updated\nsystemctl try-restart mender-authd mender-updated',
    safety: 'safe',
  },
  {
    text: 'systemctl stop «mender-client» && systemctl disable «mender-client»\nsystemctl stop mender-updated && systemctl disable mender-updated',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed:
      'systemctl stop mender-authd mender-updated && systemctl disable mender-authd mender-updated\nsystemctl stop mender-updated && systemctl disable mender-updated',
    safety: 'safe',
  },
  {
    text: 'systemctl stop «mender-client» && systemctl disable «mender-client»\nsystemctl is-active mender-updated && systemctl disable mender-authd mender-updated',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed:
      'systemctl stop mender-authd mender-updated && systemctl disable mender-authd mender-updated\nsystemctl is-active mender-updated && systemctl disable mender-authd mender-updated',
    safety: 'safe',
  },
  {
    text: 'if [ "$x" ]; then «mender commit» || true; fi\nmender-update commit || true',
    rules: 'mender-commit',
    fixed: 'if [ "$x" ]; then mender-update commit || true; fi\nmender-update commit || true',
    safety: 'safe',
  },
  {
    text: '«mender commit» || true\nif [ "$x" ]; then mender-update commit || true; fi',
    rules: 'mender-commit',
    fixed: 'mender-update commit || true\nif [ "$x" ]; then mender-update commit || true; fi',
    safety: 'safe',
  },
  {
    text: '«mender install» a || true\nmender-update install b || true',
    rules: 'mender-install',
    fixed: 'mender-update install a || true\nmender-update install b || true',
    safety: 'safe',
  },
  {
    text: '«mender commit» || true\nreboot\nmender-update commit || true',
    rules: 'mender-commit',
    fixed: 'mender-update commit || true\nreboot\nmender-update commit || true',
    safety: 'safe',
  },
  {
    text: '«mender commit» || true\n«mender commit» || true',
    rules: ['mender-commit', 'mender-commit'],
    fixed: 'mender-update commit || true\nmender-update commit || true',
    safety: 'safe',
  },
  {
    text: '«mender commit» || reboot\nmender-update commit || true',
    rules: 'mender-commit',
    fixed: 'mender-update commit || reboot\nmender-update commit || true',
    safety: 'safe',
  },
  {
    text: 'for i in 1 2; do «mender commit» || true; done\nmender-update commit || true',
    rules: 'mender-commit',
    fixed: 'for i in 1 2; do mender-update commit || true; done\nmender-update commit || true',
    safety: 'safe',
  },
  {
    text: 'case "$(«systemctl is-active mender-client»)$(systemctl is-active mender-updated)" in *active*) reboot;; esac',
    rules: 'systemctl-query',
    fixed:
      'case "$(systemctl is-active mender-updated)$(systemctl is-active mender-updated)" in *active*) reboot;; esac',
    safety: 'review',
  },
  {
    text: 'old=$(«systemctl is-active mender-client»)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active ] || [ "$x" = active ]; then reboot; fi',
    rules: 'systemctl-query',
    fixed:
      'old=$(systemctl is-active mender-updated)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active ] || [ "$x" = active ]; then reboot; fi',
    safety: 'review',
  },
  {
    text: 'old=$(«systemctl is-active mender-client»)\nnew=$(systemctl is-failed mender-updated)\nif [ "$old" = active ] || [ "$new" = failed ]; then reboot; fi',
    rules: 'systemctl-query',
    fixed:
      'old=$(systemctl is-active mender-updated)\nnew=$(systemctl is-failed mender-updated)\nif [ "$old" = active ] || [ "$new" = failed ]; then reboot; fi',
    safety: 'review',
  },
  {
    text: 'old=$(«systemctl is-active mender-client»)\nnew=$(systemctl is-active mender-updated)\n[ "$old" = active ] || { [ "$new" = active ] && reboot; }',
    rules: 'systemctl-query',
    fixed:
      'old=$(systemctl is-active mender-updated)\nnew=$(systemctl is-active mender-updated)\n[ "$old" = active ] || { [ "$new" = active ] && reboot; }',
    safety: 'review',
  },
  {
    text: 'old=$(«systemctl is-active mender-client»)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active ] || [ "$new" = active ]; then reboot; fi\n[ "$old" = active ] && poweroff',
    rules: 'systemctl-query',
    fixed:
      'old=$(systemctl is-active mender-updated)\nnew=$(systemctl is-active mender-updated)\nif [ "$old" = active ] || [ "$new" = active ]; then reboot; fi\n[ "$old" = active ] && poweroff',
    safety: 'review',
  },
]);

foundCases('for one client only, or in another way', 'Makefile', [
  {
    text: 'a:\n\t-ssh dev systemctl restart «mender-client»\nb:\n\t-ssh dev systemctl restart mender-updated',
    rules: 'systemctl-control',
    fixed:
      'a:\n\t-ssh dev systemctl restart mender-authd mender-updated\nb:\n\t-ssh dev systemctl restart mender-updated',
    safety: 'safe',
  },
  {
    text: 'a:\n\tssh dev systemctl restart «mender-client»\n\t-ssh dev systemctl restart mender-updated',
    rules: 'systemctl-control',
    fixed: 'a:\n\tssh dev systemctl restart mender-authd mender-updated\n\t-ssh dev systemctl restart mender-updated',
    safety: 'safe',
  },
  {
    text: 'a:\n\t-ssh dev systemctl restart «mender-client»\n\t-ssh dev systemctl restart «mender-client»',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed:
      'a:\n\t-ssh dev systemctl restart mender-authd mender-updated\n\t-ssh dev systemctl restart mender-authd mender-updated',
    safety: 'safe',
  },
]);

foundCases('for one client only, or in another way', 'a.service', [
  {
    text: '[Service]\nExecStartPre=/usr/bin/systemctl restart «mender-client»\nExecStartPre=-/usr/bin/systemctl restart mender-updated\nExecStart=/usr/bin/product',
    rules: 'systemctl-control',
    fixed:
      '[Service]\nExecStartPre=/usr/bin/systemctl restart mender-authd mender-updated\nExecStartPre=-/usr/bin/systemctl restart mender-updated\nExecStart=/usr/bin/product',
    safety: 'safe',
  },
  {
    text: '[Service]\nExecStartPre=-/usr/bin/systemctl restart «mender-client»\nExecStopPost=-/usr/bin/systemctl restart mender-updated\nExecStart=/usr/bin/product',
    rules: 'systemctl-control',
    fixed:
      '[Service]\nExecStartPre=-/usr/bin/systemctl restart mender-authd mender-updated\nExecStopPost=-/usr/bin/systemctl restart mender-updated\nExecStart=/usr/bin/product',
    safety: 'safe',
  },
]);
