/** Programs that act on services through the scripts of other init systems. */
import { flags, type Program, takes } from './program.ts';
import { states, unitProse } from './systemd.ts';
import { daemonStarted } from './told-otherwise.ts';

export const sysv: readonly Program[] = [
  { names: ['service'], services: { at: 0, states }, probes: { when: /^status$/ }, lists: true, prose: unitProse },
  { names: ['invoke-rc.d', 'update-rc.d', 'chkconfig'], services: { at: 0, states } },
  { names: ['rc-service'], services: { at: 0, states, scripts: true } },
  { names: ['rc-update', 'initctl', 'sv'], services: { at: 1, states, scripts: true } },
  {
    names: ['start-stop-daemon'],
    options: [
      ...takes('program', '-x --exec', '-a --startas'),
      ...takes('process', '-n --name'),
      ...takes('other', '-p --pidfile', '-u --user', '-g --group', '-c --chuid', '-s --signal', '-R --retry'),
      ...takes('other', '-r --chroot', '-d --chdir', '-N --nicelevel', '-P --procsched', '-I --iosched'),
      ...takes('other', '-k --umask', '-O --output', '--ppid', '--notify-timeout'),
      ...flags('shown', '-q --quiet', '-v --verbose'),
    ],
    runsOf: daemonStarted,
    files: { skip: Number.POSITIVE_INFINITY },
    processes: { does: 'acts' },
  },
];
