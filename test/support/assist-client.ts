/** Asks a server about the place of a text that `|` marks: what can be written there, and its explanation. */
import assert from 'node:assert/strict';
import type { CompletionItem, Hover } from 'vscode-languageserver-protocol';
import { createDocument } from '../../server/src/languages/document.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { pushOnly, vscode } from './clients.ts';
import { TestClient } from './test-client.ts';

export interface Place {
  readonly path: string;
  /** With `|` at the place. */
  readonly text: string;
  readonly languageId?: string;
  /** An editor that shows only plain text, and has no snippets. */
  readonly isPlain?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The text after the item with this label is accepted. */
  taken(label: string): string | undefined;
}

async function atPlace<Answer>(place: Place, method: string): Promise<{ answer: Answer; text: string; uri: string }> {
  const { path, text: marked, languageId = 'plaintext', isPlain, settings = {} } = place;
  const at = marked.indexOf('|');
  assert.notEqual(at, -1);
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const uri = `file:///project/${path}`;
  const client = TestClient.inProcess({ 'workspace/configuration': () => [settings] });
  await client.start(isPlain ? pushOnly : vscode, isPlain ? settings : undefined);
  await client.open(uri, text, languageId);
  const position = createDocument({ uri, text }).lines.positionAt(at);
  const answer = await client.request<Answer>(method, { textDocument: { uri }, position });
  client.connection.dispose();
  return { answer, text, uri };
}

export async function offeredAt(place: Place): Promise<Offered> {
  const { answer: items, text, uri } = await atPlace<CompletionItem[]>(place, 'textDocument/completion');
  return {
    items,
    labels: items.map(({ label }) => label),
    taken(wanted) {
      const edit = items.find(({ label }) => label === wanted)?.textEdit;
      if (!edit || !('range' in edit)) return undefined;
      const { lines } = createDocument({ uri, text });
      const [start, end] = [lines.offsetAt(edit.range.start), lines.offsetAt(edit.range.end)];
      return applyEdits(text, [{ start, end, newText: edit.newText }]);
    },
  };
}

export async function saidAt(place: Place): Promise<string | undefined> {
  const { answer } = await atPlace<Hover | null>(place, 'textDocument/hover');
  return answer ? (answer.contents as { value: string }).value : undefined;
}
