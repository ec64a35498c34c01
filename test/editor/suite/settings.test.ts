/** Settings take effect at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, apply, closeAll, codeOf, file, openNew, until, untilCodes } from './editing.ts';

describe('settings', () => {
  const update = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('menderLint').update(name, value, vscode.ConfigurationTarget.Workspace);
  afterEach(async () => {
    for (const name of ['target', 'rules', 'enable', 'include', 'exclude']) await update(name, undefined);
    await closeAll();
  });

  it('change the target', async () => {
    const { document } = await openNew('target.sh', 'mender-update --datastore /d commit\nmender rollback\n');
    await untilCodes(document.uri, 'mender-rollback');
    await update('target', '4.0');
    await untilCodes(document.uri, 'option-not-available', 'mender-rollback');
    await update('target', undefined);
    await untilCodes(document.uri, 'mender-rollback');
  });

  it('change the severity of a rule, or switch it off', async () => {
    const { document } = await openNew('rules.sh', 'mender commit\nmender rollback\n');
    await untilCodes(document.uri, 'mender-commit', 'mender-rollback');
    await update('rules', { 'mender-commit': 'off', 'mender-rollback': 'information' });
    const [finding] = await untilCodes(document.uri, 'mender-rollback');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(codeOf(finding!), 'mender-rollback');
  });

  it('switch checking off and on', async () => {
    const { document } = await openNew('enable.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    await update('enable', false);
    await until(document.uri, found => found.length === 0);
    await update('enable', true);
    await untilCodes(document.uri, 'mender-commit');
  });

  it('include code blocks of Markdown', async () => {
    const { document } = await openNew('included.md', '```sh\nmender commit\n```\n');
    await update('include', ['markdown']);
    await untilCodes(document.uri, 'mender-commit');
    await update('include', undefined);
    await until(document.uri, found => found.length === 0);
  });

  it('exclude files unless they are opened', async () => {
    const uri = file('excluded/commit.sh');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('mender commit\n'));
    await untilCodes(uri, 'mender-commit');
    await update('exclude', ['excluded']);
    await until(uri, found => found.length === 0);
    await openNew('excluded/commit.sh', 'mender rollback\n');
    await untilCodes(uri, 'mender-rollback');
  });
});

describe('the options file of a project', () => {
  const project = file('.mender-lint.json');
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(project);
  });

  it('applies as soon as it is written, and as long as it exists', async () => {
    const { document } = await openNew('project.sh', 'mender commit\nmender rollback\n');
    await untilCodes(document.uri, 'mender-commit', 'mender-rollback');
    await vscode.workspace.fs.writeFile(project, Buffer.from('{ "rules": { "mender-commit": "off" } }'));
    await untilCodes(document.uri, 'mender-rollback');
    await vscode.workspace.fs.delete(project);
    await untilCodes(document.uri, 'mender-commit', 'mender-rollback');
    await vscode.workspace.fs.writeFile(project, Buffer.from('{}'));
  });

  it('is created by a quick fix', async () => {
    const { document } = await openNew('project-fix.sh', 'mender commit\nmender rollback\n');
    const [commit] = await untilCodes(document.uri, 'mender-commit', 'mender-rollback');
    const actions = await actionsAt(document.uri, commit!.range);
    await apply(actions.find(({ title }) => title === 'Disable mender-commit in .mender-lint.json')!);
    await vscode.workspace.saveAll();
    await untilCodes(document.uri, 'mender-rollback');
  });
});
