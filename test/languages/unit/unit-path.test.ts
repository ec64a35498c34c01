/** Paths that alone say that a file is a unit: the editor gives it colours where no other extension does. */
import assert from 'node:assert/strict';
import { isUnitPath } from '../../../server/src/languages/unit/unit-path.ts';

describe('the path of a unit', () => {
  for (const [path, expected] of [
    ['/a/b.service', true],
    ['/a/b.timer', true],
    ['/etc/systemd/system/b.path', true],
    ['/a/mender-client.service.d/x.conf', true],
    ['/a/icons/b.path', false],
    ['/a/b.conf', false],
    ['/a/service', false],
    ['/a/b.service.bak', false],
  ] as const)
    it(`${path}: ${expected}`, () => assert.equal(isUnitPath(path), expected));
});
