/** What the words in a name say of what it is given. */
import assert from 'node:assert/strict';
import type { EmbeddedCall } from '../../server/src/languages/embedded.ts';
import { nameInFront, runsByItsName, showsByItsName, toldWhere } from '../../server/src/usage/words-in-names.ts';

describe('a name in front of a command', () => {
  for (const [expected, names] of [
    ['runner', 'RUN run_on_device EXEC do-execute EVAL retry REMOTE AS_ROOT NICE'],
    ['program systemctl', 'SYSTEMCTL do_systemctl run.systemctl'],
    ['program ssh', 'SSH ssh_cmd run_ssh'],
    ['program chroot', 'CHROOT run_in_chroot'],
    ['program sudo', 'SUDO sudo_run'],
    ['message', 'LOG print_usage run_info ECHO die warn_and_run HELP'],
    ['unknown', 'X device runner docker_run RUN_TEST apt_exec run_sql git-run'],
  ] as const)
    for (const name of names.split(' '))
      it(`${name}: ${expected}`, () => {
        const said = nameInFront(name);
        assert.equal(said.kind === 'program' ? `program ${said.name}` : said.kind, expected);
      });
});

describe('a function of another language', () => {
  const call = (callee: string, language = 'python') =>
    ({ callee: callee.split('.'), language }) as unknown as EmbeddedCall;

  for (const [callee, expected] of [
    ['run', true],
    ['device.runOnHost', true],
    ['check_output', false],
    ['getoutput', true],
    ['conn.sudo', true],
    ['sh', true],
    ['Command', false],
    ['shell_command', true],
    ['run_test', false],
    ['logRun', false],
    ['add_command', false],
    ['db.execute', false],
    ['cursor.execute', false],
    ['menderPattern.exec', false],
    ['.exec', false],
  ] as const)
    it(`${callee} ${expected ? 'runs' : 'does not run'} its text`, () =>
      assert.equal(runsByItsName(call(callee)), expected));

  it('Run of Go has a title', () => assert.equal(runsByItsName(call('t.Run', 'go')), false));

  for (const [callee, expected] of [
    ['ssh.run', true],
    ['runOnDevice', true],
    ['run_in_container', true],
    ['run', false],
  ] as const)
    it(`${callee} is ${expected ? '' : 'not '}told where to run it`, () =>
      assert.equal(toldWhere(callee.split('.')), expected));

  for (const [callee, expected] of [
    ['log.info', true],
    ['assertEqual', true],
    ['contains', true],
    ['bus.get', false],
  ] as const)
    it(`${callee} ${expected ? 'shows' : 'does not show'} its text`, () =>
      assert.equal(showsByItsName(callee.split('.')), expected));
});
