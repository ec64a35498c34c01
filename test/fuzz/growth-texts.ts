/** Texts of which one part comes again and again: checking them is to take as long as they are. */
import { languages } from './languages.ts';

export interface GrowingText {
  readonly path: string;
  readonly head: string;
  readonly repeated: string;
}

/** A use in each line, in every language. */
const lines: Readonly<Record<string, string>> = {
  'a.sh': 'mender commit\n',
  'a.yml': '- run: mender commit\n',
  'playbook.yml': '    - shell: mender commit\n',
  'a.service': 'ExecStart=/usr/bin/mender daemon\n',
  'mender.conf': '"DBus":{"Enabled":true},\n',
  'mender-connect.conf': '"User":"x",\n',
  'a.py': 'run("mender commit")\n',
  'a.js': 'run("mender commit")\n',
  'a.go': 'run("mender", "commit")\n',
  'README.md': '    mender commit\n',
  'README.rst': '   mender commit\n',
  'a.bb': 'RDEPENDS += "mender-client"\n',
  Dockerfile: 'RUN mender commit\n',
  Makefile: '\tmender commit\n',
  'a.bats': '@test "x" {\nmender commit\n}\n',
  Jenkinsfile: "sh 'mender commit'\n",
  'rules.d/a.rules': 'RUN+="/usr/bin/mender commit"\n',
  'sudoers.d/a': 'a ALL=(root) /usr/bin/mender commit\n',
  'apparmor.d/a': '/usr/bin/mender rix,\n',
  'io.mender.Agent.xml': '<allow own="io.mender.UpdateManager"/>\n',
  'debian/control': 'Depends: mender-client\n\n',
  'crontabs/root': '* * * * * mender commit\n',
  'supervisord.conf': '[program:a]\ncommand=mender daemon\n',
  'etc/inittab': 'a:2345:respawn:mender daemon\n',
  'a-execline': 'foreground { mender commit }\n',
};
/** What was slow once. */
const shell = ['${{ ', '<% ', '{{ {{x}} ', '$((', '"', '`', '{ ', '&& ', '# mender\n', "echo 'mender'\n", 'X=$Y\n'];
const yaml = ['[]', '! ', '"', '&a ', '{}', '\t', '- ', 'a: b\n'];
const json = ['"ServerURL":"x",\n', '\\"', '{% ', '{{ ', '# '];
/** Pairs of a path and what is repeated. */
const repeated: readonly (readonly [path: string, repeated: string, head?: string])[] = [
  ...Object.entries(lines),
  ...shell.map(each => ['a.sh', each] as const),
  ...yaml.map(each => ['a.yml', each] as const),
  ...json.map(each => ['mender.conf', each] as const),
  ['a.service', 'After=network.target\n'],
  ['Dockerfile', 'RUN true\n'],
  ['a.bb', 'A = "b"\n'],
  ['Makefile', '\ttrue\n'],
  ['Jenkinsfile', '/* '],
  // Uses that were compared with each other, and with all that is around them.
  ['a.sh', 'mender show-artifact | grep successfully\n'],
  ['a.sh', 'command -v mender-update || mender commit\n'],
  ['a.sh', 'set -e\nmender commit\n'],
  ['a.sh', 'mender commit\n', 'if pidof mender; then\n'],
  ['a.sh', '$M commit\n', 'M=/usr/bin/mender\n'],
  ['mender.conf', '"DBus":{"Enabled":true},// x\n'],
  ['mender-client.service', 'Environment=no_proxy=a,b\n', '[Service]\nExecStart=/usr/bin/mender daemon\n'],
  ['playbook.yml', '    - command: mender commit\n      when: x == 1\n'],
];

export const texts: readonly GrowingText[] = repeated.map(([path, each, head = headOf(path)]) => ({
  path,
  head,
  repeated: each,
}));

function headOf(path: string): string {
  return languages.find(language => language.path === path)!.head;
}
