/**
 * What the commands do. A separate bundle, loaded when a server starts, for the migration view, or when the first
 * command is run.
 */
import type * as vscode from 'vscode';
import type { EXPLAIN, FIX_RULE, ReportFormat } from '../../server/src/lsp/messages.ts';
import { showActions } from './actions.ts';
import { applySafe } from './apply-safe.ts';
import { createBaseline, pruneBaseline } from './baseline.ts';
import { createConfiguration } from './configuration.ts';
import { copyReport } from './copy-report.ts';
import { explainRule } from './explain.ts';
import { exportReport } from './export-report.ts';
import { fixFile } from './fix-file.ts';
import { includeAll } from './include.ts';
import { migrate } from './migrate.ts';
import type { Filter, Grouping, Node } from './migration/tree.ts';
import type { MigrationView } from './migration-view.ts';
import type { Server } from './server.ts';
import type { StatusItem } from './status.ts';
import { selectTarget } from './target.ts';
import { tellWhy } from './why.ts';

/** The argument of every command. */
export interface CommandContext {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly status: StatusItem;
  readonly migrationView: () => Promise<MigrationView>;
}

type Run = (commandContext: CommandContext, ...args: never[]) => Promise<unknown>;

export const commands = {
  'menderLint.migrate': ({ server }) => migrate(server, {}),
  'menderLint.migrateFolder': ({ server }, folder: vscode.Uri) => migrate(server, { folder }),
  'menderLint.fixFile': () => fixFile(),
  'menderLint.fixRule': ({ server }, rule: string) => migrate(server, { rule }),
  'menderLint.explainRule': ({ server }, about?: string | Node) => explainRule(server, about),
  'menderLint.selectTarget': ({ server, context }) => selectTarget(server, context),
  'menderLint.createConfiguration': ({ status }) => createConfiguration(status),
  'menderLint.createBaseline': ({ server }) => createBaseline(server),
  'menderLint.pruneBaseline': ({ server }) => pruneBaseline(server),
  'menderLint.showMigration': async ({ migrationView }) => (await migrationView()).show(),
  'menderLint.groupMigration': async ({ migrationView }, to?: Grouping) => (await migrationView()).group(to),
  'menderLint.filterMigration': async ({ migrationView }, to?: Filter) => (await migrationView()).filter(to),
  'menderLint.nextToReview': async ({ migrationView }) => (await migrationView()).openNext(),
  'menderLint.restartProgress': async ({ migrationView }) => (await migrationView()).restartProgress(),
  'menderLint.exportReport': ({ server }, format?: ReportFormat, place?: vscode.Uri) =>
    exportReport(server, format, place),
  'menderLint.applySafe': ({ server }, node?: Node) => applySafe(server, node),
  'menderLint.includeAll': ({ context }) => includeAll(context),
  'menderLint.copyReport': ({ server, context }) => copyReport(server, context),
  'menderLint.showActions': ({ status }) => showActions(status),
  'menderLint.why': ({ server }, uri?: vscode.Uri) => tellWhy(server, uri),
} satisfies Record<string, Run> & Record<typeof EXPLAIN | typeof FIX_RULE, Run>;

export { pageAt } from './explain.ts';
export { MigrationView } from './migration-view.ts';

export type CommandName = keyof typeof commands;
