/** An error inside Mender Lint, at one file of a workspace: logged with its stack, and the other files are checked. */
import assert from 'node:assert/strict';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import type { FileSystem } from '../../server/src/workspace/file-system.ts';
import { pushWithWorkspace } from '../support/clients.ts';
import { inWorkspace } from '../support/workspace-client.ts';

const commit = '#!/bin/sh\nmender commit\n';

/** The text of `b.sh` is of a kind that the engine never gets. */
const withTrouble: FileSystem = {
  ...nodeFiles,
  read: (path, how) => {
    const content = nodeFiles.read(path, how);
    if (!path.endsWith('b.sh') || typeof content === 'string') return content;
    return Object.defineProperty({ ...content }, 'text', {
      get: () => {
        throw new RangeError('trouble');
      },
    });
  },
};

describe('an error inside Mender Lint', () => {
  for (const when of ['in a scan', 'in a file that has changed'] as const)
    it(`is logged with its stack, and how to report it: ${when}`, () =>
      inWorkspace(
        when === 'in a scan' ? { 'a.sh': commit, 'b.sh': commit } : { 'a.sh': commit },
        async client => {
          await client.start(pushWithWorkspace);
          await client.untilShown({ 'a.sh': ['mender-commit'] });
          await client.untilReady();
          if (when !== 'in a scan') {
            client.write('b.sh', commit);
            await client.changed('created', 'b.sh');
          }
          const { params } = await client.client.next('window/logMessage');
          const { message } = params as { message: string };
          assert.match(message, /^\S+b\.sh: RangeError: trouble\n +at /);
          assert.match(message, /\nThis is an error in Mender Lint; please report it: https:\S+\/issues$/);
        },
        withTrouble,
      ));
});
