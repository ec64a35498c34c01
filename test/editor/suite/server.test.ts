/** The life of the language server. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, ended, file, openNew, serverProcesses, untilCodes } from './editing.ts';

describe('the language server', () => {
  afterEach(closeAll);

  it('comes back when it is killed, and so do the findings', async () => {
    const unopened = file('killed/unopened.sh');
    await vscode.workspace.fs.writeFile(unopened, Buffer.from('mender commit\n'));
    const editor = await openNew('killed.sh', 'mender commit\n');
    await untilCodes(editor.document.uri, 'mender-commit');
    await untilCodes(unopened, 'mender-commit');
    const [pid] = serverProcesses();
    process.kill(pid!, 'SIGKILL');
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'mender rollback\n'));
    await untilCodes(editor.document.uri, 'mender-rollback', 'mender-commit');
    await vscode.workspace.fs.writeFile(unopened, Buffer.from('mender rollback\n'));
    await untilCodes(unopened, 'mender-rollback');
    const processes = serverProcesses();
    assert.ok(processes.length === 1 && processes[0] !== pid);
  });

  it('is restarted by command', async () => {
    const { document } = await openNew('restarted.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    const [pid] = serverProcesses();
    await vscode.commands.executeCommand('menderLint.restart');
    await untilCodes(document.uri, 'mender-commit');
    assert.ok(!serverProcesses().includes(pid!));
    assert.equal(serverProcesses().length, 1);
  });

  it('is restarted by command when it hangs, and does not stay', async () => {
    const { document } = await openNew('hangs.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    const [pid] = serverProcesses();
    const gone = ended(pid!);
    process.kill(pid!, 'SIGSTOP');
    await vscode.commands.executeCommand('menderLint.restart');
    await untilCodes(document.uri, 'mender-commit');
    await gone;
    assert.equal(serverProcesses().length, 1);
  });
});
