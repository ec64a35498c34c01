/** The next run in a folder removes what killed runs have left; files that are being written, and all others, stay. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { removeStrays } from '../../server/src/host/stray-files.ts';
import { temporaryName } from '../../server/src/languages/temporary-name.ts';
import { commandIn, inFolder } from '../support/command.ts';

const random = '0123456789abcdef01234567';
/** The number of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid;
const script = '#!/bin/sh\nmender commit\n';

function aged(path: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(path, time, time);
}

describe('a stray of a killed run', () => {
  for (const [what, writer, seconds, stays] of [
    ['of a process that has ended is removed', ended, 3, false],
    ['of a process that is not seen from here, and may be writing it, stays', ended, 0, true],
    ['of a process that runs stays', process.pid, 60, true],
    ['of long ago is removed, whoever has its number now', process.pid, 3 * 3600, false],
  ] as const)
    it(what, () =>
      inFolder({}, async folder => {
        const path = `${folder}/${temporaryName(writer, random)}`;
        writeFileSync(path, script);
        aged(path, seconds);
        removeStrays(folder);
        assert.equal(existsSync(path), stays);
      }),
    );

  for (const [what, name] of [
    ['a folder of such a name', temporaryName(ended, random)],
    ['a file of another name', `.mender-lint-${ended}.tmp`],
  ] as const)
    it(`is not ${what}`, () =>
      inFolder({}, async folder => {
        const path = `${folder}/${name}`;
        if (what.startsWith('a folder')) mkdirSync(path);
        else writeFileSync(path, '');
        aged(path, 10_000);
        removeStrays(folder);
        assert.ok(existsSync(path));
      }));

  it('is no link with such a name, and its target is left alone', () =>
    inFolder({ victim: 'mine' }, async folder => {
      symlinkSync('victim', `${folder}/${temporaryName(1, random)}`);
      aged(`${folder}/victim`, 10_000);
      removeStrays(folder);
      assert.ok(existsSync(`${folder}/victim`));
    }));

  for (const [command, stays] of [
    [['fix'], false],
    [['baseline'], false],
    [['init'], false],
    [['fix', '--diff'], true],
    [['check'], true],
  ] as const)
    it(`${stays ? 'stays after' : 'is removed by'} \`${command.join(' ')}\``, () =>
      inFolder({ 'a.sh': script }, async folder => {
        const path = `${folder}/${temporaryName(ended, random)}`;
        writeFileSync(path, script);
        aged(path, 10);
        await commandIn(folder)(...command);
        assert.equal(existsSync(path), stays);
      }));
});
