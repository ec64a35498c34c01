/**
 * `npm run fuzz -- --growth [--megabytes 1,2,4,8] [--only PATH]`: the time to check a text, by its length, with a use
 * in each line of every language, and with texts that once were slow. Time per byte may grow by half at most.
 */
import { parseArgs } from 'node:util';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { matching } from '../../server/src/workspace/globs.ts';
import { rulesOf } from '../../server/src/workspace/path-rules.ts';
import { languages } from './languages.ts';
import { processorTime } from './processor-time.ts';

const MOST_GROWTH = 1.5;

const { values } = parseArgs({
  options: { growth: { type: 'boolean' }, megabytes: { type: 'string', default: '1,2,4,8' }, only: { type: 'string' } },
});
const sizes = values.megabytes.split(',').map(Number);

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
/** Texts that once were slow. */
const shell = ['${{ ', '<% ', '{{ {{x}} ', '$((', '"', '`', '{ ', '&& ', '# mender\n', "echo 'mender'\n", 'X=$Y\n'];
const yaml = ['[]', '! ', '"', '&a ', '{}', '\t', '- ', 'a: b\n'];
const json = ['"ServerURL":"x",\n', '\\"', '{% ', '{{ ', '# '];
const headOf = (path: string) => languages.find(language => language.path === path)!.head;
const texts: readonly (readonly [path: string, repeated: string])[] = [
  ...Object.entries(lines),
  ...shell.map(each => ['a.sh', each] as const),
  ...yaml.map(each => ['a.yml', each] as const),
  ...json.map(each => ['mender.conf', each] as const),
  ['a.service', 'After=network.target\n'],
  ['Dockerfile', 'RUN true\n'],
  ['a.bb', 'A = "b"\n'],
  ['Makefile', '\ttrue\n'],
  ['Jenkinsfile', '/* '],
];
const options = { ...defaultCheckOptions, include: optIns };

function line(name: string, timeAt: (megabytes: number) => number): boolean {
  // Once for the JIT compiler.
  timeAt(sizes[0]! / 4);
  const times = sizes.map(timeAt);
  const growth = times.at(-1)! / sizes.at(-1)! / (times[0]! / sizes[0]!);
  // A text that takes no time shows nothing about growth.
  const isBad = growth > MOST_GROWTH && times.at(-1)! > 200;
  const shown = times.map(each => each.toFixed(0)).join(' / ');
  console.log(`${isBad ? 'GROWS' : 'ok'} ${name}: ${shown} ms; ${growth.toFixed(2)} times as long per byte`);
  return isBad;
}

const bad = texts
  .filter(([path]) => values.only === undefined || path === values.only)
  .map(([path, repeated]) =>
    line(`${path} ${JSON.stringify(repeated)}`, megabytes => {
      const text = headOf(path) + repeated.repeat(Math.ceil((megabytes * 1e6) / repeated.length));
      return processorTime(() => check(createDocument({ uri: path, path, text }), options));
    }),
  );
bad.push(
  line('deep globs on deep folders', megabytes => {
    const isMatched = matching([`${'**/*a/'.repeat(6)}*b`]);
    // No system accepts a path longer than 4 KB.
    return processorTime(() => isMatched(`${'xa/'.repeat(Math.ceil(megabytes * 150))}z`));
  }),
  line('patterns of an ignore file', megabytes => {
    const patterns = Array.from({ length: Math.ceil(megabytes * 50_000) }, (_, index) => `src/a${index}/**/*.sh`);
    return processorTime(() => rulesOf(patterns).ignores('src/b/c.sh'));
  }),
);
process.exitCode = bad.includes(true) ? 1 : 0;
