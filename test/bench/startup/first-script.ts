/** A window at rest, in which a script is opened. Stays until it is closed: its end would remove the squiggle. */
import * as vscode from 'vscode';
import { report } from './figures.ts';
import { fileOfWorkspace, rest, show, subject, untilActive } from './subject.ts';

export async function run(): Promise<void> {
  await show('notes.txt');
  await rest();
  const script = fileOfWorkspace('provision.sh');
  const found = new Promise<void>(resolve => {
    vscode.languages.onDidChangeDiagnostics(() => vscode.languages.getDiagnostics(script).length > 0 && resolve());
  });
  report({ opened: Date.now() });
  await show('provision.sh');
  await found;
  report({ activation: await untilActive(subject()) });
  await new Promise<never>(() => undefined);
}
