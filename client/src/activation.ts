/** What the extension does in a window: starts the language server when there is work for it. Knows no rule. */
import * as vscode from 'vscode';
import { CHECK_WORKSPACE } from '../../server/src/lsp/messages.ts';
import type { CommandContext, CommandName } from './commands.ts';
import type { MigrationView } from './migration-view.ts';
import type { Platform } from './platform.ts';
import { Server } from './server.ts';
import { startWhenNeeded } from './start-when-needed.ts';
import { StatusItem } from './status.ts';
import { colourUnits } from './unit-language.ts';

/** Commands whose bundle is loaded when they are run: all of these, and no others. */
const onDemand: Readonly<Record<CommandName, true>> = {
  'menderLint.migrate': true,
  'menderLint.migrateFolder': true,
  'menderLint.fixFile': true,
  'menderLint.fixRule': true,
  'menderLint.explainRule': true,
  'menderLint.selectTarget': true,
  'menderLint.createConfiguration': true,
  'menderLint.createBaseline': true,
  'menderLint.pruneBaseline': true,
  'menderLint.includeAll': true,
  'menderLint.copyReport': true,
  'menderLint.showActions': true,
  'menderLint.why': true,
  'menderLint.showMigration': true,
  'menderLint.groupMigration': true,
  'menderLint.filterMigration': true,
  'menderLint.applySafe': true,
  'menderLint.nextToReview': true,
  'menderLint.restartProgress': true,
  'menderLint.exportReport': true,
};

export function activateOn(platform: Platform, context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Mender Lint', { log: true });
  const status = new StatusItem();
  const server = new Server(platform, context, output, status);
  let view: Promise<MigrationView> | undefined;
  const migrationView = async (): Promise<MigrationView> => {
    const { MigrationView } = await import('./commands.ts');
    const made = new MigrationView(context, server, status);
    context.subscriptions.push(made);
    return made;
  };
  const commandContext: CommandContext = {
    context,
    server,
    status,
    migrationView: () => {
      view ??= migrationView();
      return view;
    },
  };
  context.subscriptions.push(
    output,
    server,
    status,
    server.onDidStart(() => void commandContext.migrationView()),
    ...Object.keys(onDemand).map(name =>
      vscode.commands.registerCommand(name, (...args) => run(name as CommandName, commandContext, args)),
    ),
    vscode.commands.registerCommand('menderLint.checkWorkspace', () => server.notify(CHECK_WORKSPACE)),
    vscode.commands.registerCommand('menderLint.restart', () => server.restart()),
    vscode.commands.registerCommand('menderLint.showOutput', () => output.show()),
    vscode.workspace.registerTextDocumentContentProvider('mender-lint-rule', {
      provideTextDocumentContent: async uri => (await import('./commands.ts')).pageAt(server, uri),
    }),
    colourUnits(),
    startWhenNeeded(server, output),
  );
}

async function run(name: CommandName, commandContext: CommandContext, args: readonly unknown[]): Promise<unknown> {
  const { commands } = await import('./commands.ts');
  const command: (commandContext: CommandContext, ...args: never[]) => Promise<unknown> = commands[name];
  return command(commandContext, ...(args as never[]));
}
