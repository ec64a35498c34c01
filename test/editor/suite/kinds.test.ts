/** Each kind of file that the command line checks is checked when it is open, whatever language VS Code assigns. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { optIns } from '../../../server/src/languages/opt-ins.ts';
import { kindSamples } from '../../support/kind-samples.ts';
import { closeAll, file, findingsOf, openNew, until } from './editing.ts';

describe('every kind of file, when open files are checked alone', () => {
  const update = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('menderLint').update(name, value, vscode.ConfigurationTarget.Workspace);
  before(async () => {
    await update('diagnosticMode', 'openFiles');
    await update('include', optIns);
  });
  after(async () => {
    await vscode.workspace.fs.delete(file('kinds'), { recursive: true });
    await update('include', undefined);
    await update('diagnosticMode', undefined);
  });
  afterEach(closeAll);

  const oneOfEach = new Map(kindSamples.map(sample => [sample.why, sample])).values();
  for (const [number, { path, text, why }] of [...oneOfEach].entries()) {
    it(`${path}: ${why}`, async () => {
      const uri = file(`kinds/${number}/${path}`);
      await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
      assert.deepEqual(findingsOf(uri), []);
      await openNew(`kinds/${number}/${path}`, text);
      await until(uri, found => found.length > 0);
    });
  }
});
