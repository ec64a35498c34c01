/**
 * *Export Migration Report*: the progress of the migration as a file, in a format and at a place that the user chooses.
 */
import * as vscode from 'vscode';
import { MIGRATION_REPORT, type MigrationReportParams, type ReportFormat } from '../../server/src/lsp/messages.ts';
import { askWithProgress } from './ask-with-progress.ts';
import type { Server } from './server.ts';

interface Format {
  readonly label: string;
  readonly detail: string;
  readonly extension: string;
}

const formats: Readonly<Record<ReportFormat, Format>> = {
  html: { label: 'HTML', detail: 'One page for a browser or a printer', extension: 'html' },
  markdown: { label: 'Markdown', detail: 'For a wiki, an issue or a merge request', extension: 'md' },
  json: {
    label: 'JSON',
    detail: 'For programs, and to compare with later: mender-lint report --since',
    extension: 'json',
  },
};

/** Without a format or a place, the user is asked. */
export async function exportReport(server: Server, format?: ReportFormat, place?: vscode.Uri): Promise<void> {
  const chosen = format ?? (await chosenFormat());
  if (!chosen) return;
  const params: MigrationReportParams = { format: chosen };
  const text = await askWithProgress<string | null>(server, 'writing the report', MIGRATION_REPORT, params);
  if (text === null) void vscode.window.showInformationMessage('Open a folder first.');
  if (text === null || text === undefined) return;
  const target = place ?? (await chosenPlace(formats[chosen]));
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await open(target, chosen);
}

async function chosenFormat(): Promise<ReportFormat | undefined> {
  const items = Object.entries(formats).map(([format, { label, detail }]) => ({
    label,
    detail,
    format: format as ReportFormat,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Export Migration Report' }))?.format;
}

async function chosenPlace({ label, extension }: Format): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: 'Export Migration Report',
    saveLabel: 'Export',
    filters: { [label]: [extension] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `mender-migration.${extension}`) } : {}),
  });
}

/** Opens it for reading: a page in the browser, if the file is on the same machine. */
async function open(file: vscode.Uri, format: ReportFormat): Promise<void> {
  if (format === 'markdown') await vscode.commands.executeCommand('markdown.showPreview', file);
  else if (format === 'html' && file.scheme === 'file' && vscode.env.remoteName === undefined)
    await vscode.env.openExternal(file);
  else await vscode.window.showTextDocument(file);
}
