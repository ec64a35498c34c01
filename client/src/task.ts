/** The task that runs the command line of the project, if it has one, and lists its findings in the Problems panel. */
import * as vscode from 'vscode';

const TYPE = 'mender-lint';

interface Definition extends vscode.TaskDefinition {
  readonly args?: readonly string[];
}

export const taskProvider: vscode.TaskProvider = {
  provideTasks: () => (vscode.workspace.workspaceFolders ?? []).map(folder => taskOf({ type: TYPE }, folder)),
  resolveTask: ({ definition, scope }) => taskOf(definition as Definition, scope ?? vscode.TaskScope.Workspace),
};

/** Nothing is downloaded: where the program is not installed, npx says so. */
function taskOf(definition: Definition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
  const command = new vscode.ShellExecution('npx', [
    '--no-install',
    'mender-lint',
    'check',
    ...(definition.args ?? []),
  ]);
  const task = new vscode.Task(definition, scope as vscode.WorkspaceFolder, 'check', TYPE, command, '$mender-lint');
  task.group = vscode.TaskGroup.Test;
  return task;
}
