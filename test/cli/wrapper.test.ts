/**
 * `mender-lint wrapper`: what it prints, and what it writes where nothing exists. The tests on the devices show what
 * the script does.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../support/command.ts';

describe('the command wrapper', () => {
  it('prints a script for the target, or for that of the project', async () => {
    await inFolder({ '.mender-lint.json': '{ "target": "4.0" }' }, async (_, command) => {
      const project = await command('wrapper');
      assert.deepEqual([project.code, project.err], [0, '']);
      assert.match(project.out, /^#!\/bin\/sh\n# `mender` for a device with Mender client 4\.0:/);
      assert.match((await command('wrapper', '--target', '5.1')).out, /Mender client 5\.1:/);
    });
  });

  it('prints a script that `check` takes for a clean one, also among archives', () =>
    inFolder({}, async (folder, command) => {
      const { out } = await command('wrapper', '--target', '5.1');
      writeFileSync(`${folder}/mender`, out);
      for (const args of [[], ['--archives'], ['mender']]) {
        const { out: checked, err, code } = await command('check', ...args);
        assert.equal(err, '');
        assert.equal(checked, 'No findings in 1 file.\n');
        assert.equal(code, 0);
      }
    }));

  it('prints a recipe that installs the script next to it', async () => {
    await inFolder({}, async (_, command) => {
      const { out, code } = await command('wrapper', '--target', '5.1', '--recipe');
      assert.equal(code, 0);
      assert.match(out, /^SRC_URI = "file:\/\/mender"$/m);
      assert.match(out, /^ {4}install -m 0755 \$\{S\}\/mender \$\{D\}\$\{bindir\}\/mender$/m);
    });
  });

  it('writes both, and never over existing files', async () => {
    await inFolder({ 'layer/keep': '' }, async (folder, command) => {
      const written = await command('wrapper', '--target', '5.1', '--recipe', '--output-dir', 'layer');
      assert.deepEqual([written.code, written.out], [0, '']);
      assert.deepEqual(readdirSync(join(folder, 'layer')).sort(), ['keep', 'mender', 'mender-wrapper_5.1.bb']);
      const script = readFileSync(join(folder, 'layer/mender'), 'utf8');
      assert.equal(script, (await command('wrapper', '--target', '5.1')).out);
      const again = await command('wrapper', '--target', '4.0', '--output-dir', 'layer');
      assert.equal(again.code, 2);
      assert.match(again.err, /nothing is written: layer\/mender is there already/);
      assert.equal(readFileSync(join(folder, 'layer/mender'), 'utf8'), script);
    });
  });

  it('writes through no link, and into no missing folder', async () => {
    await inFolder({ 'layer/keep': '', 'else/keep': '' }, async (folder, command) => {
      symlinkSync(join(folder, 'else/mender'), join(folder, 'layer/mender'));
      assert.equal((await command('wrapper', '--output-dir', 'layer')).code, 2);
      assert.deepEqual(readdirSync(join(folder, 'else')), ['keep']);
      const missing = await command('wrapper', '--output-dir', 'nowhere');
      assert.equal(missing.code, 2);
      assert.match(missing.err, /no such folder: nowhere/);
    });
  });
});
