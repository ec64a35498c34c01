/** What a click on the status item offers. */
import * as vscode from 'vscode';
import type { StatusItem } from './status.ts';

interface Action extends vscode.QuickPickItem {
  readonly command: string;
}

export async function showActions({ last }: StatusItem): Promise<void> {
  const { findings, leftOut, notIncluded, targets } = last;
  const actions: Action[] = [
    ...(findings > 0
      ? [
          { label: '$(warning) Show Problems', command: 'workbench.actions.view.problems' },
          { label: '$(list-tree) Show Migration', command: 'menderLint.showMigration' },
          { label: '$(tools) Migrate Workspace...', command: 'menderLint.migrate' },
        ]
      : []),
    {
      label: '$(versions) Select Target Version...',
      description: targets.join(', '),
      command: 'menderLint.selectTarget',
    },
    { label: '$(refresh) Check Workspace', command: 'menderLint.checkWorkspace' },
    ...(notIncluded === undefined
      ? []
      : [
          { label: '$(add) Check Code Blocks and Strings, Too', detail: notIncluded, command: 'menderLint.includeAll' },
        ]),
    ...(leftOut.length > 0
      ? [{ label: '$(settings-gear) Change Limits...', detail: leftOut.join(' '), command: SETTINGS }]
      : []),
    { label: '$(new-file) Create Configuration', command: 'menderLint.createConfiguration' },
    { label: '$(history) Create or Update Baseline', command: 'menderLint.createBaseline' },
    { label: '$(output) Show Output', command: 'menderLint.showOutput' },
  ];
  const chosen = await vscode.window.showQuickPick(actions, { title: 'Mender Lint', matchOnDetail: true });
  if (!chosen) return;
  const args = chosen.command === SETTINGS ? ['menderLint.limits'] : [];
  await vscode.commands.executeCommand(chosen.command, ...args);
}

const SETTINGS = 'workbench.action.openSettings';
