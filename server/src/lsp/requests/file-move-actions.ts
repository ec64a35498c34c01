/** Quick fixes that rename a file, or put it in two places: one edit, which the editor undoes as a whole. */
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Document } from '../../languages/document.ts';
import { findRule } from '../../mender/catalogue.ts';
import { movedPaths } from '../../mender/file-moves.ts';
import { below } from '../../workspace/file-system.ts';
import { folderOf } from '../../workspace/paths.ts';
import { reviewTitle } from '../convert.ts';
import type { Session } from '../session.ts';
import { filePathOf, uriOf } from '../uris.ts';
import type { Problem } from './quick-fixes.ts';

export function fileMoveActions({ client }: Session, document: Document, problems: readonly Problem[]): CodeAction[] {
  const path = filePathOf(document.uri);
  if (path === undefined || !client.versionedEdits || !client.createsFiles || !client.renamesFiles) return [];
  const firsts = new Map(problems.map(problem => [problem.rule, problem] as const).reverse());
  return [...firsts.values()].reverse().flatMap(({ rule, diagnostic }) => {
    const definition = findRule(rule);
    const paths = definition ? movedPaths(definition, path) : [];
    if (paths.length === 0) return [];
    return [
      {
        title: reviewTitle(titleOf(path, paths)),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: moved(document, paths),
      },
    ];
  });
}

/** Named by the difference: the folder, or the name. */
function titleOf(path: string, paths: readonly string[]): string {
  const parent = folderOf(folderOf(path));
  const isFolder = paths.every(to => folderOf(to) !== folderOf(path));
  const names = paths.map(to => `\`${isFolder ? below(parent, folderOf(to)) : below(folderOf(path), to)}\``);
  return `${isFolder ? 'Move it to' : 'Rename it to'} ${names.join(' and ')}`;
}

/** The last place gets the file itself, the others a copy. If one exists already, the client refuses the whole edit. */
function moved({ uri, text }: Document, paths: readonly string[]): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const copies = paths.slice(0, -1).map(uriOf);
  return {
    documentChanges: [
      ...copies.flatMap(copy => [
        { kind: 'create' as const, uri: copy },
        { textDocument: { uri: copy, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
      ]),
      { kind: 'rename' as const, oldUri: uri, newUri: uriOf(paths.at(-1)!) },
    ],
  };
}
