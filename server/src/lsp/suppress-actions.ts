/** Quick fixes that have a finding left alone from now on. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import { suppressedHere, suppressedInFile } from '../findings/suppress/insert.ts';
import type { Edit } from '../fixes/fix.ts';
import { toTextEdits, toWorkspaceEdit } from './convert.ts';
import type { Problem } from './quick-fixes.ts';
import type { Session } from './session.ts';

export function suppressActions(session: Session, document: Document, problems: readonly Problem[]): CodeAction[] {
  const firsts = new Map(problems.map(problem => [problem.rule, problem] as const).reverse());
  return [...firsts.values()].reverse().flatMap(({ rule, diagnostic }) => {
    const action = (title: string, edit: Edit | undefined): CodeAction[] => {
      if (!edit) return [];
      const changes = toWorkspaceEdit(document, toTextEdits(document, [edit]), session.client);
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: changes }];
    };
    const offset = document.lines.offsetAt(diagnostic.range.start);
    return [
      ...action(`Disable ${rule} for this line`, suppressedHere(document, rule, offset)),
      ...action(`Disable ${rule} in this file`, suppressedInFile(document, rule)),
    ];
  });
}
