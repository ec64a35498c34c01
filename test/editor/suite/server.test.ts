/** The life of the language server. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

  it('comes back, however much was sent to it when it was killed', async () => {
    const { document } = await openNew('sent.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    const [pid] = serverProcesses();
    process.kill(pid!, 'SIGKILL');
    // Before VS Code learns that it has ended, which it does after this.
    while (!readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '));
    for (let sent = 0; sent < 20; sent++) await vscode.commands.executeCommand('menderLint.checkWorkspace');
    await vscode.workspace.fs.writeFile(file('sent/unopened.sh'), Buffer.from('mender rollback\n'));
    await untilCodes(file('sent/unopened.sh'), 'mender-rollback');
  });

  it('is restarted by command', async () => {
    const { document } = await openNew('restarted.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    const [pid] = serverProcesses();
    await vscode.commands.executeCommand('menderLint.restart');
    await untilCodes(document.uri, 'mender-commit');
    await ended(pid!);
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
