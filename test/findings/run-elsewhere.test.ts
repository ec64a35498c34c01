/** Commands run by a function, or by a program unknown to shells: in a chroot, on a device, as another user. */
import { foundCases, quietCases } from '../support/cases.ts';

const script = 'script.sh';
const commit = 'mender-commit';

const heredoc = (call: string, line: string, before = '') => `${before}${call} <<EOF\n${line}\nEOF\n`;

foundCases(
  'heredocs for functions',
  script,
  [
    ['on_chroot'],
    ['on_chroot bash -e -'],
    ['chroot_sdcard'],
    ['in_target'],
    ['run_in_chroot'],
    ['ssh_to_device'],
    ['$RUN'],
    ['d', 'd() { ssh root@x "$@"; }\n'],
    ['d bash', 'd() { chroot "$R" "$@"; }\n'],
    ['d', 'd() { echo run; sudo chroot "$R" /bin/bash -ex; }\n'],
    ['d', 'd() { ssh root@x bash -s; }\n'],
    ['d', 'c() { ssh root@x "$@"; }\nd() { c "$@"; }\n'],
  ].map(([call, before]) => ({
    text: heredoc(call!, '«mender commit»', before),
    rules: commit,
    fixed: heredoc(call!, 'mender-update commit', before),
  })),
);

quietCases('heredocs that are not run', script, [
  heredoc('log_info', 'mender commit'),
  heredoc('usage', 'mender commit', 'usage() { cat; }\n'),
  heredoc('run_sql', 'mender commit'),
  heredoc('d bash', 'mender commit', 'd() { tar -C "$R" "$@"; }\n'),
  heredoc('d', 'mender commit', 'd() { mail root; }\n'),
  heredoc('d', 'mender commit', 'd() { bash <<<"true"; cat; }\n'),
  heredoc('on_chroot tee /etc/motd', 'mender commit'),
  heredoc('on_chroot', 'mender-update commit'),
]);

foundCases('functions of image builders', script, [
  {
    text: 'on_chroot systemctl enable «mender-client»',
    rules: 'systemctl-control',
    fixed: 'on_chroot systemctl enable mender-authd mender-updated',
  },
  { text: 'on_chroot bash -c "«mender commit»"', rules: commit, fixed: 'on_chroot bash -c "mender-update commit"' },
  { text: 'chroot_sdcard "«mender commit»"', rules: commit, fixed: 'chroot_sdcard "mender-update commit"' },
  { text: 'chroot_custom "$D" "«mender commit»"', rules: commit, fixed: 'chroot_custom "$D" "mender-update commit"' },
  { text: 'run_in_chroot "«mender commit»"', rules: commit, fixed: 'run_in_chroot "mender-update commit"' },
  { text: 'run_in_chroot $ROOT «mender commit»', rules: commit, fixed: 'run_in_chroot $ROOT mender-update commit' },
  { text: 'run_in_chroot /mnt «mender commit»', rules: commit, fixed: 'run_in_chroot /mnt mender-update commit' },
]);

foundCases(
  'programs that run a program',
  script,
  [
    'chpst -u root -e /e',
    'setuidgid root',
    's6-setuidgid root',
    's6-envdir /e',
    'envdir /e',
    'softlimit -m 1',
    'tini -g --',
    'dumb-init -v',
    'balena exec -it C',
    'autossh -M 0 -p 22 root@x',
    'mosh root@x --',
    'plink -P 22 -pw x root@x',
    'pssh -h hosts',
    'pdsh -w a,b',
    'clush -w a',
    'parallel -j 2',
    'proot -r /x',
    'capsh --drop=all -- -c',
    'logsave /tmp/log',
    'vagrant ssh box -c',
  ].map(wrapper => {
    const quote = wrapper.endsWith('-c') ? '"' : '';
    return {
      text: `${wrapper} ${quote}«mender commit»${quote}`,
      rules: commit,
      fixed: `${wrapper} ${quote}mender-update commit${quote}`,
    };
  }),
);

foundCases('programs that run a text', script, [
  {
    text: "parallel 'ssh {} «mender commit»' ::: a b",
    rules: commit,
    fixed: "parallel 'ssh {} mender-update commit' ::: a b",
  },
  {
    text: "tmux send-keys -t x '«mender commit»' Enter",
    rules: commit,
    fixed: "tmux send-keys -t x 'mender-update commit' Enter",
  },
  {
    text: "expect -c 'spawn ssh root@x «mender commit»; interact'",
    rules: commit,
    fixed: "expect -c 'spawn ssh root@x mender-update commit; interact'",
  },
  {
    text: 'expect -c \'expect "#"; send "«mender commit»\\r"\'',
    rules: commit,
    fixed: 'expect -c \'expect "#"; send "mender-update commit\\r"\'',
  },
  {
    text: 'ansible all -b -m shell -a "«mender commit»"',
    rules: commit,
    fixed: 'ansible all -b -m shell -a "mender-update commit"',
  },
  {
    text: "salt -L 'a,b' cmd.run '«mender commit»'",
    rules: commit,
    fixed: "salt -L 'a,b' cmd.run 'mender-update commit'",
  },
  {
    text: 'ansible all -m service -a "name=«mender-client» state=restarted"',
    rules: 'ansible-service',
  },
  { text: "salt '*' service.restart «mender-client»", rules: 'ansible-service' },
  {
    text: 'ansible all -m apt -a "name=«mender-client» state=present"',
    rules: 'package-install',
    fixed: 'ansible all -m apt -a "name=mender-client4 state=present"',
  },
  {
    text: 'salt-call pkg.install «mender-client»',
    rules: 'package-install',
    fixed: 'salt-call pkg.install mender-client4',
  },
  {
    text: '«dbus-send --system --dest=org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager.StopUnit string:mender-client.service string:replace»',
    rules: 'service-command',
    fixed:
      'dbus-send --system --dest=org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager.StopUnit string:mender-authd.service string:replace && dbus-send --system --dest=org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager.StopUnit string:mender-updated.service string:replace',
  },
]);

quietCases('the same programs about something else', script, [
  'on_chroot apt-get install -y mender-update',
  'parallel echo ::: mender commit',
  'parallel ::: mender commit',
  'tmux send-keys -t mender Enter',
  'expect -c \'expect "mender commit"\'',
  'expect -c \'puts "spawn mender commit"\'',
  "salt '*' test.echo 'mender commit'",
  "salt '*' service.restart mender-connect",
  'salt mender commit',
  'ansible mender-client -m ping',
  'ansible all -m apt -a "name=mender-client state=absent"',
  'ansible all -m service -a "name=mender-connect state=restarted"',
  'ansible all -m debug -a "msg=mender commit"',
  'vagrant up mender commit',
  'envdir mender commit',
  'setuidgid mender commit',
  'sv restart mender-connect',
  'busctl call org.example /org/example org.example.Manager RestartUnit ss mender-client.service replace',
  'busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager RestartUnit ss mender-updated.service replace',
]);
