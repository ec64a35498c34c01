/** `textDocument/completion`: what can be written at a place, in a form that the client supports. */
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import type { Completion } from '../../assist/completion.ts';
import { completionsAt } from '../../assist/completions.ts';
import type { Document } from '../../languages/document.ts';
import { toRange } from '../convert.ts';
import { isCheckedScheme } from '../schemes.ts';
import { guarded, optionsOf, type Session } from '../session.ts';
import { ruleText } from './rule-text.ts';

/** After these characters the client asks, although no word has begun. */
export const completionTriggers = ['"', '-', '=', ' '];

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  command: CompletionItemKind.Function,
  option: CompletionItemKind.Property,
  rule: CompletionItemKind.Reference,
};

export function serveCompletion(session: Session): void {
  session.connection.onCompletion(params =>
    guarded<CompletionItem[]>(session, 'textDocument/completion', [], async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (!document || !isCheckedScheme(document.uri)) return [];
      const options = await optionsOf(session, document);
      if (!options.enable) return [];
      const offset = document.lines.offsetAt(params.position);
      const offered = completionsAt(document, offset, options, rule => ruleText(rule, session.client));
      return offered.map((completion, index) => toItem(session, document, completion, index));
    }),
  );
}

function toItem({ client }: Session, document: Document, completion: Completion, index: number): CompletionItem {
  const { label, kind, detail, documentation, range, newText, snippet } = completion;
  const isSnippet = client.snippets && snippet !== undefined;
  const written = document.text.slice(range.start, range.end);
  return {
    label,
    kind: kinds[kind],
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation: asMarkup(documentation, client.markdownCompletion) } : {}),
    // In the order of the data: likely items come first.
    sortText: String(index).padStart(4, '0'),
    // A client compares it with the text that it replaces, including the quote.
    filterText: written.startsWith('"') ? `"${label}` : label,
    textEdit: { range: toRange(document, range), newText: isSnippet ? snippet : newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}

export function asMarkup(value: string, isMarkdown: boolean): MarkupContent {
  return isMarkdown
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: value.replaceAll(/\*\*|`/g, '') };
}
