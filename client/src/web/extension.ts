/** Entry point in VS Code in a browser: no program can be run there, so no task is offered. */
import type * as vscode from 'vscode';
import { activateOn } from '../activation.ts';
import { webPlatform } from './web-platform.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateOn(webPlatform, context);
}
