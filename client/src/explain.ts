/** *Explain Rule*: the page of a rule, as a preview. The server generates it, so that no network is needed. */
import * as vscode from 'vscode';
import { RULE_PAGE, RULES, type RuleName, type RulePageParams } from '../../server/src/lsp/messages.ts';
import type { Node } from './migration/tree.ts';
import type { Server } from './server.ts';

/** The scheme of these pages. */
const PAGES = 'mender-lint-rule';

/** For a rule, or an item of the migration view; else for the finding at the cursor, or a rule that is chosen. */
export async function explainRule(server: Server, asked?: string | Node): Promise<void> {
  const chosen = (typeof asked === 'object' ? ruleOf(asked) : asked) ?? ruleAtCursor() ?? (await pickedRule(server));
  if (chosen === undefined) return;
  const about = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
  const uri = vscode.Uri.from({ scheme: PAGES, path: `/${chosen}.md`, query: about });
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // The extension that shows Markdown may be disabled.
    await vscode.window.showTextDocument(uri);
  }
}

export async function pageAt(server: Server, { path, query }: vscode.Uri): Promise<string> {
  const rule = path.slice(1).replace(/\.md$/, '');
  const params: RulePageParams = query === '' ? { rule } : { rule, uri: query };
  return (await server.request<string | null>(RULE_PAGE, params)) ?? `There is no rule \`${rule}\`.`;
}

function ruleOf(node: Node): string | undefined {
  if (node.kind === 'finding') return node.finding.rule;
  return node.level === 'rule' ? node.label : undefined;
}

function ruleAtCursor(): string | undefined {
  const { activeTextEditor: editor } = vscode.window;
  if (!editor) return undefined;
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'mender-lint' && range.contains(editor.selection.active));
  return typeof found?.code === 'object' ? String(found.code.value) : found?.code?.toString();
}

async function pickedRule(server: Server): Promise<string | undefined> {
  const rules = await server.request<readonly RuleName[]>(RULES, undefined);
  const items = rules.map(({ id, title }) => ({ label: id, description: title.replaceAll('`', '') }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Explain Rule', matchOnDescription: true });
  return picked?.label;
}
