/** A rule that throws: the file is reported with it, and all others are checked. */
import assert from 'node:assert/strict';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { vscode } from '../support/clients.ts';
import { inFolder } from '../support/command.ts';
import { TestClient } from '../support/test-client.ts';
import { withThrowingRule } from '../support/throwing-row.ts';

const files = { 'a.sh': '#!/bin/sh\nmender commit\n', 'b.sh': '#!/bin/sh\nmender rollback\nmender commit\n' };
const others = { 'c.sh': '#!/bin/sh\nmender rollback\n' };

describe('a rule that throws', () => {
  for (const args of [['check'], ['fix', '--diff'], ['fix']])
    it(`is named with its file by \`${args.join(' ')}\`, and the others are dealt with`, () =>
      inFolder({ ...files, ...others }, (_, command) =>
        withThrowingRule('mender-commit', async () => {
          const { code, err, out } = await command(...args);
          assert.equal(code, 2);
          for (const name of Object.keys(files))
            assert.match(
              err,
              new RegExp(
                `^mender-lint: \\S*${name} could not be checked because of an error in Mender Lint, in the rule \`mender-commit\`$`,
                'm',
              ),
            );
          assert.match(out + err, /c\.sh/);
          assert.doesNotMatch(err, /^ +at /m);
        }),
      ));

  it('is printed with its stack on request', () =>
    inFolder(files, (_, command) =>
      withThrowingRule('mender-commit', async () => {
        const { err } = await command('check', '--debug');
        assert.match(err, /^mender-lint: \S*a\.sh: rule mender-commit: RangeError: trouble\n +at /m);
      }),
    ));

  it('is in the log of the language server, and in the status', () =>
    withThrowingRule('mender-commit', async () => {
      const client = TestClient.inProcess({}, {}, nodeFiles);
      await client.start(vscode, { showsStatus: true });
      await client.open('file:///project/a.sh', files['a.sh']);
      assert.deepEqual((await client.pull('file:///project/a.sh')).items, []);
      const { params } = await client.next('window/logMessage');
      assert.match(
        (params as { message: string }).message,
        /^\/project\/a\.sh: rule mender-commit: RangeError: trouble\n +at /,
      );
      let leftOut: readonly string[] = [];
      while (leftOut.length === 0)
        ({ leftOut } = (await client.next('menderLint/status')).params as { leftOut: readonly string[] });
      assert.deepEqual(leftOut, [
        '/project/a.sh could not be checked because of an error in Mender Lint, in the rule `mender-commit`; the log says more.',
      ]);
      await client.open('file:///project/c.sh', others['c.sh']);
      assert.equal((await client.pull('file:///project/c.sh')).items?.length, 1);
      client.connection.dispose();
    }));
});
