/** Options that take a value, by the first name of the program, according to the manuals. */
export const valuedOptions: readonly (readonly [program: string, options: string])[] = [
  [
    'sudo',
    '-u --user -g --group -p --prompt -C --close-from -h --host -r --role -t --type -T --command-timeout ' +
      '-U --other-user -D --chdir -R --chroot',
  ],
  ['doas', '-u -C'],
  ['pkexec', '--user'],
  ['su', '-c --command --session-command -g --group -G --supp-group -s --shell -w --whitelist-environment'],
  [
    'runuser',
    '-c --command --session-command -u --user -g --group -G --supp-group -s --shell -w ' + '--whitelist-environment',
  ],
  ['setpriv', '--reuid --regid --groups --inh-caps --ambient-caps --bounding-set'],
  ['chpst', '-u -U -b -e -/ -C -n -l -L -m -d -o -p -f -c -r -t'],
  ['s6-envuidgid', '-u -g -i'],
  ['ssh', '-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w'],
  ['autossh', '-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w -M'],
  ['sshpass', '-p -f -d -P'],
  ['mosh', '-p --port --ssh --client --server --predict --family --bind-server'],
  ['plink', '-P -l -pw -pwfile -i -m -D -L -R -nc -load -hostkey -proxycmd -sshlog'],
  ['vagrant', '-c --command'],
  [
    'pssh',
    '-h --hosts -H --host -l --user -p --par -o --outdir -e --errdir -t --timeout -O --option -x ' +
      '--extra-args -X --extra-arg',
  ],
  ['pdsh', '-w -x -l -t -u -f -g -X -R -M'],
  ['clush', '-w -x -g -X -l --user -f --fanout -u -o --options -t --hostfile --worker'],
  ['adb', '-s'],
  [
    'ansible',
    '-a --args -m --module-name -i --inventory -u --user -l --limit -e --extra-vars -f --forks -M --module-path ' +
      '-B --background -P --poll -t --tree -c --connection -T --timeout --become-user --become-method',
  ],
  ['salt', '-c --config-dir -t --timeout -l --log-level -b --batch-size --out --output'],
  ['salt-call', '-c --config-dir -t --timeout -l --log-level -b --batch-size --out --output'],
  [
    'systemctl',
    '-s --signal -H --host -M --machine --root --image -t --type --state -p --property -P -n --lines -o ' +
      '--output --kill-who --kill-whom --job-mode --what -T --check-inhibitors --preset-mode --timestamp ' +
      '--message --when --boot-loader-entry --kill-value --drop-in --read-only --mkdir',
  ],
  [
    'deb-systemd-invoke',
    '-s --signal -H --host -M --machine --root --image -t --type --state -p --property -P -n --lines -o ' +
      '--output --kill-who --kill-whom --job-mode --what -T --check-inhibitors --preset-mode --timestamp ' +
      '--message --when --boot-loader-entry --kill-value --drop-in --read-only --mkdir',
  ],
  [
    'journalctl',
    '-u --unit -t --identifier -o --output --output-fields -n --lines --user-unit --exclude-identifier -p ' +
      '--priority --facility -g --grep -S --since -U --until -c --cursor --cursor-file --after-cursor -D ' +
      '--directory -i --file --root --image --namespace -F --field -M --machine -T --vacuum-size ' +
      '--vacuum-files --vacuum-time',
  ],
  [
    'systemd-run',
    '-p --property -E --setenv -u --unit -M --machine -H --host --description --slice --service-type ' +
      '--uid --gid --nice --on-active --on-boot --on-calendar --working-directory',
  ],
  ['systemd-cat', '-t --identifier -p --priority --stderr-priority --level-prefix'],
  ['systemd-inhibit', '--what --who --why --mode'],
  ['env', '-u --unset -C --chdir -S --split-string'],
  ['nice', '-n --adjustment'],
  ['ionice', '-c --class -n --classdata -p --pid -P --pgid -u --uid'],
  ['chrt', '-T --sched-runtime -P --sched-period -D --sched-deadline'],
  ['stdbuf', '-i --input -o --output -e --error'],
  ['timeout', '-s --signal -k --kill-after'],
  ['time', '-f --format -o --output'],
  ['xargs', '-I -L -n --max-args -P --max-procs -s --max-chars -d --delimiter -E -a --arg-file'],
  ['flock', '-c --command -w --wait --timeout -E --conflict-exit-code'],
  ['strace', '-e -o -a -p -s -u -E -S -P'],
  ['cgexec', '-g'],
  ['s6-envdir', '-v'],
  ['softlimit', '-a -d -f -c -l -m -o -p -r -s -t'],
  ['s6-setlock', '-t'],
  ['tini', '-p -e'],
  ['dumb-init', '-r --rewrite'],
  ['screen', '-c -e -h -p -s -S -t -T'],
  ['tmux', '-c -e -f -F -L -n -S -s -t -x -y'],
  ['watch', '-n --interval -q --equexit'],
  [
    'script',
    '-c --command -E --echo -I --log-in -o --output-limit -O --log-out -B --log-io -m --logging-format -T ' +
      '--log-timing',
  ],
  ['at', '-q -t -f'],
  [
    'parallel',
    '-j --jobs --max-procs -P -a --arg-file -S --sshlogin --sshloginfile -I -C --colsep -d --delimiter ' +
      '--delay --retries --timeout --joblog --results --tagstring -n --max-args -N -L -E --load --tmpdir ' +
      '--workdir',
  ],
  ['chroot', '--userspec --groups'],
  ['arch-chroot', '-u'],
  ['systemd-nspawn', '-D --directory -i --image -M --machine -u --user --bind -E --setenv'],
  ['lxc-attach', '-n --name -v --set-var -P --lxcpath -e --elevated-privileges -f --rcfile'],
  ['proot', '-r --rootfs -b --bind -m --mount -q --qemu -w --pwd --cwd -v -i -R -S -k --kernel-release'],
  ['nsenter', '-t --target -S --setuid -G --setgid'],
  ['unshare', '-S --setuid -G --setgid'],
  ['machinectl', '-M --machine --uid -E --setenv'],
  [
    'docker',
    '-e --env -u --user -w --workdir --env-file --detach-keys --index -n --namespace --container -f ' +
      '--file -p --project-name',
  ],
  [
    'podman',
    '-e --env -u --user -w --workdir --env-file --detach-keys --index -n --namespace --container -f ' +
      '--file -p --project-name',
  ],
  [
    'docker-compose',
    '-e --env -u --user -w --workdir --env-file --detach-keys --index -n --namespace --container -f ' +
      '--file -p --project-name',
  ],
  [
    'kubectl',
    '-c --container -n --namespace --env --user --workdir --env-file --detach-keys --index --file ' + '--project-name',
  ],
  ['curtin', '-t --target'],
  ['sh', '-o -O --rcfile --init-file'],
  ['dash', '-o -O --rcfile --init-file'],
  ['exec', '-a'],
  ['printf', '-v'],
  ['set', '-o'],
  ['read', '-a -d -i -n -N -p -t -u'],
  ['mapfile', '-d -n -O -s -u -C -c'],
  ['expect', '-c -D -f'],
  [
    'start-stop-daemon',
    '-x --exec -a --startas -n --name -p --pidfile -u --user -g --group -c --chuid -s --signal -R --retry ' +
      '-r --chroot -d --chdir -N --nicelevel -P --procsched -I --iosched -k --umask -O --output --ppid ' +
      '--notify-timeout',
  ],
  ['ps', '-C -G -g -o -p -q -s -t -u -U'],
  ['pidof', '-o -S'],
  [
    'pgrep',
    '-F --pidfile -g --pgroup -G --group -P --parent -s --session -t --terminal -u --euid -U --uid -r ' +
      '--runstates --ns --nslist -d --delimiter',
  ],
  [
    'pkill',
    '-F --pidfile -g --pgroup -G --group -P --parent -s --session -t --terminal -u --euid -U --uid -r ' +
      '--runstates --ns --nslist --signal -q --queue',
  ],
  ['killall', '-s --signal -o --older-than -y --younger-than -u --user -Z --context -n --ns'],
  ['kill', '-s --signal -n'],
  ['apt', '-t --target-release --default-release -o --option -c --config-file -a --host-architecture -S'],
  ['apt-cache', '-t --target-release --default-release -o --option -c --config-file -a --host-architecture -S'],
  ['apt-get', '-t --target-release --default-release -o --option -c --config-file -a --host-architecture -S'],
  ['apt-mark', '-t --target-release --default-release -o --option -c --config-file -a --host-architecture -S'],
  ['dpkg', '--root --admindir --instdir'],
  ['dpkg-query', '--root --admindir --instdir -f --showformat'],
  [
    'grep',
    '-e --regexp -f --file -m --max-count -A --after-context -B --before-context -C --context -d ' +
      '--directories -D --devices --include --exclude --exclude-from --exclude-dir --label --binary-files',
  ],
  [
    'zgrep',
    '-e --regexp -f --file -m --max-count -A --after-context -B --before-context -C --context -d ' +
      '--directories -D --devices --include --exclude --exclude-from --exclude-dir --label --binary-files',
  ],
  ['sed', '-e --expression -f --file -l --line-length'],
  ['awk', '-f -F -v'],
  ['head', '-n --lines -c --bytes'],
  ['cmp', '-n --bytes'],
  ['patch', '-p --strip -i --input -d --directory -r --reject-file -o --output'],
  ['cp', '-t --target-directory -S --suffix'],
  ['mv', '-t --target-directory -S --suffix'],
  ['ln', '-t --target-directory -S --suffix'],
  ['install', '-t --target-directory -S --suffix -m --mode -o --owner -g --group'],
  ['touch', '-d --date -t -r --reference'],
  ['chmod', '--reference'],
  ['chgrp', '--reference'],
  ['mkdir', '-m --mode'],
  ['rsync', '-e --rsh'],
  ['stat', '-c --format'],
  ['crontab', '-u'],
  ['tar', '-C --directory -f --file -b -T -X -I --exclude'],
  ['unzip', '-d -x'],
  [
    'wget',
    '-O --output-document -P --directory-prefix -i --input-file -o --output-file -a -e -t --tries -T -w -Q -U -B --header --user --password',
  ],
  [
    'curl',
    '-o --output --output-dir --url -H --header -X --request -d --data -u --user -A --user-agent -E --cert -F -T -x -e -b -c -m -C -K -r -w -y -Y -z --retry --cacert',
  ],
  ['scp', '-S -o -i -P -F -J -l -c'],
  ['git', '-b --branch -c --config -o --origin --depth'],
];
