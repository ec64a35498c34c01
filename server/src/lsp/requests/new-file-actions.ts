/** Quick fixes that create a file next to the document, as a replacement for what was found. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Document } from '../../languages/document.ts';
import { findRule } from '../../mender/catalogue.ts';
import { joined } from '../../workspace/file-system.ts';
import { folderOf } from '../../workspace/paths.ts';
import type { Session } from '../session.ts';
import { filePathOf, uriOf } from '../uris.ts';
import type { Problem } from './quick-fixes.ts';

export function newFileActions({ client }: Session, document: Document, problems: readonly Problem[]): CodeAction[] {
  const path = filePathOf(document.uri);
  if (path === undefined || !client.versionedEdits || !client.createsFiles) return [];
  const firsts = new Map(problems.map(problem => [problem.rule, problem] as const).reverse());
  return [...firsts.values()].reverse().flatMap(({ rule, diagnostic }) => {
    const file = findRule(rule)?.file;
    if (!file) return [];
    const uri = uriOf(joined(folderOf(path), file.name));
    const start = { line: 0, character: 0 };
    return [
      {
        title: `Create \`${file.name}\`, ${file.purpose}`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: {
          documentChanges: [
            // An existing one belongs to somebody: the client refuses the whole edit.
            { kind: 'create', uri },
            { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: file.text }] },
          ],
        },
      },
    ];
  });
}
