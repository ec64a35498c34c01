/** Entry point in VS Code with Node: on a desktop, or on the machine of a remote window. */
import * as vscode from 'vscode';
import { activateOn } from './activation.ts';
import { nodePlatform } from './node-platform.ts';
import { taskProvider } from './task.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateOn(nodePlatform, context);
  context.subscriptions.push(vscode.tasks.registerTaskProvider('mender-lint', taskProvider));
}
