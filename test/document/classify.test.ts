/** What a file is, and why. */
import assert from 'node:assert/strict';
import { classify } from '../../server/src/document/classify.ts';

const cases: readonly (readonly [path: string, text: string, expected: string | undefined, languageId?: string])[] = [
  ['a.sh', '', 'shell script'],
  ['a.bash', '', 'shell script'],
  ['a.ash', '', 'shell script'],
  ['a.sh.in', '', 'shell script'],
  ['a.txt', '', undefined],
  ['a', 'text', undefined],
  ['a', '#!/bin/sh', 'shell script'],
  ['a', '#!/bin/sh -e\n', 'shell script'],
  ['a', '#! /bin/bash', 'shell script'],
  ['a', '#!/usr/bin/env bash', 'shell script'],
  ['a', '#!/usr/bin/env -S bash -eu', 'shell script'],
  ['a', '#!/bin/busybox sh', 'shell script'],
  ['a', '#!/sbin/openrc-run', 'shell script'],
  ['a', '\uFEFF#!/bin/sh', 'shell script'],
  ['a', '#!/usr/bin/python3', undefined],
  ['a', '#!/usr/bin/env node', undefined],
  ['a.sh', '#!/usr/bin/python3', undefined],
  ['a.txt', '', 'shell script', 'shellscript'],
  ['a.py', '#!/usr/bin/python3', undefined, 'shellscript'],
  ['state-scripts/ArtifactInstall_Enter_00', '', 'shell state-script'],
  ['ArtifactCommit_Leave_10_notify', 'x', 'shell state-script'],
  ['Download_Enter_00.sh', '', 'shell script'],
  ['Reboot_Leave_00', '', undefined],
  ['ArtifactInstall_Enter_5', '', undefined],
  ['Sync_Enter_00', '#!/usr/bin/python3', undefined],
  ['Idle_Enter_01', '#!/bin/sh', 'shell state-script'],
  ['usr/share/mender/modules/v3/app', '', 'shell update-module'],
  ['modules/v3/app', '#!/usr/bin/env python3', undefined],
  ['modules/v3/app.py', '', undefined],
  ['inventory/mender-inventory-x', '', 'shell inventory-script'],
  ['identity/mender-device-identity', '', 'shell identity-script'],
  ['etc/init.d/mender', '', 'shell init-script'],
  ['S42mender', '', 'shell init-script'],
  ['debian/postinst', '', 'shell script'],
  ['debian/product.postinst', '', 'shell script'],
  ['mender.conf', '{}', 'json client-configuration'],
  ['mender.conf', '// c\n{}', 'json client-configuration'],
  ['mender.conf', '# c\n/* d */ {}', 'json client-configuration'],
  ['mender.conf.demo', '{', 'json client-configuration'],
  ['mender.conf.in', '{', 'json client-configuration'],
  ['fleet.mender.conf', '{', 'json client-configuration'],
  ['mender-default-test.conf', '{', 'json client-configuration'],
  ['mender_local.conf', '\uFEFF{', 'json client-configuration'],
  ['etc/mender/mender.conf', '', 'json client-configuration'],
  ['etc/mender/mender.conf', '[]', 'json client-configuration'],
  ['tmpfiles.d/mender.conf', 'd /run/mender', undefined],
  ['nginx/mender.conf', 'server {', undefined],
  ['mender-connect.conf', '{}', undefined],
  ['mender-monitor.conf', '{}', undefined],
  ['io.mender.UpdateManager.conf', '<!DOCTYPE busconfig>', undefined],
  ['recommender.conf', '{}', undefined],
  ['a.json', '{}', undefined],
  ['a.service', '', 'unit unit'],
  ['a@.service', '', 'unit unit'],
  ['a.service.in', '', 'unit unit'],
  ['a.timer', '', 'unit unit'],
  ['a.path', '', 'unit unit'],
  ['a.socket', '', 'unit unit'],
  ['a.target', '', 'unit unit'],
  ['a.mount', '', 'unit unit'],
  ['mender-client.service.d/x.conf', '', 'unit drop-in'],
  ['a.service.d/x.conf.in', '', 'unit drop-in'],
  ['system.conf.d/x.conf', '', undefined],
  ['a', '', 'unit unit', 'systemd-unit'],
  ['a', '', 'unit unit', 'systemd-conf'],
  ['C:\\work\\a.service', '', 'unit unit'],
];

describe('classification', () => {
  for (const [path, text, expected, languageId] of cases) {
    it(`${path} ${JSON.stringify(text)} ${languageId ?? ''} is ${expected ?? 'nothing we check'}`, () => {
      const kind = classify({ path, text, languageId });
      assert.equal(kind && `${kind.language} ${kind.role}`, expected);
      if (kind) assert.match(kind.why, /\w/);
    });
  }
});
