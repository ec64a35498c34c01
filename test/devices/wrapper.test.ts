/** `mender-lint wrapper` on the new device: each command line of the facts does what its equivalent does. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrapperScript } from '../../server/src/cli/wrapper-script.ts';
import { root } from '../support/build.ts';
import { debianProgram } from '../support/tools.ts';
import { Devices } from './devices.ts';
import { active, type Trace } from './model.ts';

interface Rule {
  readonly old: string;
  readonly old_accepts: boolean;
  readonly new: string;
  readonly new_accepts: boolean;
  readonly also?: string;
  readonly also_accepts?: boolean;
}

const rows = readFileSync(join(root, 'test/devices/facts/argv.jsonl'), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Rule);

const wrapper = wrapperScript('5.1');

/** With the wrapper in place of the program, run by the named shell. */
function script(line: string, shell: string): string {
  const call = line.replace(/^mender(?= |$)/, `${shell} /usr/bin/mender`);
  return `cat > /usr/bin/mender <<'END_OF_WRAPPER'\n${wrapper}END_OF_WRAPPER\n${call}\n`;
}

/** Actions and probes, whatever their words were. */
function doings({ events }: Trace): readonly string[] {
  return events
    .flatMap(event => {
      if (event.kind === 'action') return [`${event.action} ${event.on.join(' ')}`];
      return event.kind === 'probe' ? [`${event.text.split(' ')[0]}: ${event.answer}`] : [];
    })
    .sort();
}

/** Missing values, a topic that does not exist: the facts say what was meant, and 3.x refused it. */
const refusedAsBy3x: readonly string[] = [
  'mender help nosuch',
  'mender --fallback-config',
  'mender --log-file',
  'mender --trusted-certs',
  'mender --log-level= commit',
];

/** 3.x prints its help for the first; the flag of the second was one of 1.x, and is dropped with a warning. */
const takenAllTheSame: readonly string[] = ["mender ''", 'mender install -f x.mender'];

const equivalents = rows.filter(row => row.new_accepts && row.also_accepts !== false);
const others = rows.filter(row => !row.new_accepts || row.also_accepts === false);

describe('the wrapper on the new device', () => {
  let devices: Devices;
  before(async () => {
    devices = await Devices.start();
  });
  after(() => devices.stop());

  for (const shell of ['dash', 'busybox sh']) {
    it(`does what the equivalents of 3.x's command lines do, in ${shell}`, async () => {
      const wrong: string[] = [];
      const refused: string[] = [];
      for (const row of equivalents) {
        const wrapped = await devices.run('new', { text: script(row.old, shell) }, active);
        const direct = await devices.run('new', { text: [row.also, row.new].filter(Boolean).join('\n') }, active);
        // What 3.x refuses may be refused.
        if (!row.old_accepts && wrapped.code !== 0 && doings(wrapped).length === 0) refused.push(row.old);
        else if (doings(wrapped).join() !== doings(direct).join() || wrapped.code !== direct.code)
          wrong.push(`${row.old}: ${doings(wrapped)} (${wrapped.code}, ${wrapped.err.trim()}); not ${doings(direct)}`);
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(refused, refusedAsBy3x);
    });
  }

  it('refuses, with the reason, what has no equivalent', async () => {
    for (const row of others) {
      const { code, err, ...trace } = await devices.run('new', { text: script(row.old, 'dash') }, active);
      if (takenAllTheSame.includes(row.old)) continue;
      assert.notEqual(code, 0, row.old);
      assert.deepEqual(doings({ code, err, ...trace }), [], row.old);
      assert.match(err, /\w/, row.old);
    }
  });

  it('is a script without findings of shellcheck', () => {
    execFileSync(debianProgram('shellcheck'), ['-s', 'sh', '-'], { input: wrapper, encoding: 'utf8' });
  });

  it('passes on words with spaces, quotes and newlines unchanged', async () => {
    const text = script(
      `mender --config "it's
here" install "a b'c"`,
      'dash',
    );
    const trace = await devices.run('new', { text }, active);
    assert.deepEqual(doings(trace), [`install a b'c --config=it's\nhere `]);
  });

  it('warns of what it leaves out', async () => {
    const { err, code } = await devices.run('new', { text: script('mender --no-syslog commit', 'dash') }, active);
    assert.match(err, /`--no-syslog` is left out/);
    assert.equal(code, 0);
  });
});
