/** Symlinks that concern the client by themselves, whatever their targets. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vscode } from '../support/clients.ts';
import { inFolder } from '../support/command.ts';
import { inWorkspace } from '../support/workspace-client.ts';

const units = 'overlay/etc/systemd/system';

/** The findings in a tree with this one link. */
const links: readonly (readonly [path: string, target: string, ...rules: readonly string[]])[] = [
  [`${units}/mender-client.service`, '/dev/null', 'unit-mask-link'],
  [
    `${units}/multi-user.target.wants/mender-client.service`,
    '/lib/systemd/system/mender-client.service',
    'unit-link-path',
  ],
  [`${units}/multi-user.target.wants/mender-client.service`, '../mender-client.service', 'unit-link-path'],
  ['overlay/usr/bin/ota', '/usr/bin/mender', 'binary-path'],
  ["overlay/it's/usr/bin/ota", '/usr/bin/mender', 'binary-path'],
  // For programs that still call it.
  ['overlay/usr/bin/mender', 'mender-update'],
  [`${units}/mender-updated.service`, '/dev/null'],
  [`${units}/mender-connect.service`, '/dev/null'],
  ['overlay/usr/bin/ota', '/usr/bin/mender-update'],
  ['overlay/usr/bin/recommender', '/dev/null'],
];

function makeLink(folder: string, path: string, target: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  symlinkSync(target, join(folder, path));
}

describe('a symlink', () => {
  for (const [path, target, ...rules] of links)
    it(`${path} -> ${target}: ${rules.join() || 'nothing'}`, () =>
      inFolder({}, async (folder, command) => {
        makeLink(folder, path, target);
        const { findings } = JSON.parse((await command('check', '--format', 'json', '--allow-empty', '.')).out);
        assert.deepEqual(
          findings.map((finding: { rule: string; path: string }) => [finding.rule, finding.path]),
          rules.map(rule => [rule, path]),
        );
      }));

  it('is checked when it is named, even if it leads nowhere', () =>
    inFolder({}, async (folder, command) => {
      makeLink(folder, 'etc/systemd/system/mender-client.service', '/dev/null');
      const { code, out } = await command('check', 'etc/systemd/system/mender-client.service');
      assert.equal(code, 1);
      assert.match(out, /^etc\/systemd\/system\/mender-client\.service:1:1: .*\[unit-mask-link\]$/m);
      makeLink(folder, 'notes', 'nowhere');
      assert.equal((await command('check', 'notes')).code, 2);
    }));

  it('is explained by `why`', () =>
    inFolder({}, async (folder, command) => {
      makeLink(folder, 'mender-client.service', '/dev/null');
      makeLink(folder, 'notes', '/nowhere');
      const { out } = await command('why', 'mender-client.service', 'notes');
      assert.match(out, /^mender-client\.service: checked \(a symlink to \/dev\/null\)$/m);
      assert.match(out, /^notes: not checked, because it is a symlink that leads nowhere$/m);
    }));

  it('that is named is distinguished from its target', () =>
    inFolder({ 'usr/bin/mender': '#!/bin/sh\nmender commit\n' }, async (folder, command) => {
      makeLink(folder, 'ota', 'usr/bin/mender');
      const { out } = await command('check', 'ota');
      assert.match(out, /^ota:1:1: .*\[binary-path\]$/m);
      assert.match(out, /\/usr\/bin\/mender:2:1: .*\[mender-commit\]$/m);
    }));

  it('is unchanged after `fix`', () =>
    inFolder({}, async (folder, command) => {
      makeLink(folder, 'etc/systemd/system/mender-client.service', '/dev/null');
      assert.equal((await command('fix', '--unsafe', '.')).code, 1);
      assert.equal((await command('check', '.')).code, 1);
    }));

  it('may be excluded, or be in a baseline', () =>
    inFolder({}, async (folder, command) => {
      makeLink(folder, 'etc/systemd/system/mender-client.service', '/dev/null');
      assert.equal((await command('check', '--allow-empty', '--exclude', '**/mender-client.service', '.')).code, 0);
      assert.equal((await command('baseline', '.')).code, 0);
      assert.equal((await command('check', '.')).code, 0);
    }));

  it('is among the problems of a workspace as long as it exists', () =>
    inWorkspace({ 'a.sh': 'true\n' }, async client => {
      const path = 'etc/systemd/system/mender-client.service';
      makeLink(client.folder, path, '/dev/null');
      await client.start(vscode);
      client.ask();
      await client.untilShown({ [path]: ['unit-mask-link'] });
      client.remove(path);
      await client.changed('deleted', path);
      await client.untilShown({});
      makeLink(client.folder, path, '/dev/null');
      await client.changed('created', path);
      await client.untilShown({ [path]: ['unit-mask-link'] });
    }));
});
