/**
 * *Apply Safe Fixes*: for a group of the migration view, or the whole workspace; with a confirmation and a preview,
 * undone in one step.
 */
import * as vscode from 'vscode';
import { migrate } from './migrate.ts';
import type { Node } from './migration/tree.ts';
import type { Server } from './server.ts';

export async function applySafe(server: Server, node?: Node): Promise<void> {
  await migrate(server, { safeOnly: true, ...partOf(node) });
}

/** The innermost folder, file or rule decides; what can be done about it is known already. */
function partOf(node: Node | undefined): { readonly rule?: string; readonly files?: readonly vscode.Uri[] } {
  const group = node?.kind === 'finding' ? node.parent : node;
  if (!group || group.level === 'todo') return {};
  if (group.level === 'rule') return { rule: group.label };
  return { files: [...new Set(group.findings.map(({ uri }) => uri))].map(uri => vscode.Uri.parse(uri)) };
}
