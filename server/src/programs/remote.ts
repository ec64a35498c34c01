/** Programs that run something on another machine, or on many. */
import { monitorProgram } from '../mender/tool-names.ts';
import { type Option, type Program, takes } from './program.ts';
import { ansibleAdHoc, monitoredLog, saltCall, saltFunction } from './told-otherwise.ts';

const sshOptions = takes('other', ...[...'bcDEeFIiJLlmOopQRSWw'].map(letter => `-${letter}`));
const sshBefore = (name: string) =>
  `${name}(?:[ \\t]+-[A-Za-z]+(?:[ \\t]+[^\\s-]\\S*=\\S*|[ \\t]+\\d+|[ \\t]+[~./]\\S*)?)*[ \\t]+(?!-)\\S+`;

const ssh = {
  endsAtOperand: true,
  runs: { as: 'script', operands: 1, shell: true },
} as const;

/** Runs a command line on many hosts, which its options name. */
const onHosts = (names: Program['names'], options: readonly Option[]): Program => ({
  names,
  options,
  endsAtOperand: true,
  runs: { as: 'script' },
});

export const remote: readonly Program[] = [
  { ...ssh, names: ['ssh'], options: sshOptions, inNames: 'host', before: sshBefore('ssh') },
  { ...ssh, names: ['autossh'], options: [...sshOptions, ...takes('other', '-M')], before: sshBefore('autossh') },
  {
    names: ['sshpass'],
    options: takes('other', '-p', '-f', '-d', '-P'),
    endsAtOperand: true,
    runs: { as: 'program' },
    inNames: true,
  },
  {
    names: ['mosh'],
    options: takes('other', '-p --port', '--ssh', '--client', '--server', '--predict', '--family', '--bind-server'),
    endsAtOperand: true,
    runs: { as: 'program', operands: 1 },
  },
  {
    ...ssh,
    names: ['plink'],
    singleDash: true,
    options: [
      ...takes('other', '-P', '-l', '-pw', '-pwfile', '-i', '-m', '-D', '-L', '-R', '-nc', '-load', '-hostkey'),
      ...takes('other', '-proxycmd', '-sshlog'),
    ],
  },
  {
    names: ['vagrant'],
    options: takes('script', '-c --command'),
    runs: { as: 'option', subcommand: ['ssh'] },
  },
  onHosts(
    ['pssh', 'parallel-ssh'],
    [
      ...takes('other', '-h --hosts', '-H --host', '-l --user', '-p --par', '-o --outdir', '-e --errdir'),
      ...takes('other', '-t --timeout', '-O --option', '-x --extra-args', '-X --extra-arg'),
    ],
  ),
  onHosts(['pdsh'], takes('other', '-w', '-x', '-l', '-t', '-u', '-f', '-g', '-X', '-R', '-M')),
  onHosts(
    ['clush'],
    [
      ...takes('other', '-w', '-x', '-g', '-X', '-l --user', '-f --fanout', '-u', '-o --options', '-t'),
      ...takes('other', '--hostfile', '--worker'),
    ],
  ),
  {
    names: ['adb'],
    options: takes('other', '-s'),
    endsAtOperand: true,
    runs: { as: 'script', subcommand: ['shell'], shell: true },
    before: 'adb[ \\t]+shell',
  },
  {
    names: ['ansible'],
    options: [
      ...takes('arguments', '-a --args'),
      ...takes('module', '-m --module-name'),
      ...takes('other', '-i --inventory', '-u --user', '-l --limit', '-e --extra-vars', '-f --forks'),
      ...takes('other', '-M --module-path', '-B --background'),
      ...takes(
        'other',
        '-P --poll',
        '-t --tree',
        '-c --connection',
        '-T --timeout',
        '--become-user',
        '--become-method',
      ),
    ],
    runsOf: ansibleAdHoc,
  },
  { names: ['salt', 'salt-ssh'], options: saltOptions(), runsOf: saltFunction },
  { names: ['salt-call'], options: saltOptions(), runsOf: saltCall },
  // integration@3.6.5:tests/tests/test_monitor_client.py:1526
  { names: [monitorProgram], runsOf: monitoredLog },
];

function saltOptions(): readonly Option[] {
  return takes('other', '-c --config-dir', '-t --timeout', '-l --log-level', '-b --batch-size', '--out --output');
}
