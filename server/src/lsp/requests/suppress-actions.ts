/** Quick fixes that suppress a finding. */
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { suppressedHere, suppressedInFile } from '../../findings/suppress/insert.ts';
import type { Edit } from '../../fixes/fix.ts';
import type { Document } from '../../languages/document.ts';
import { PROJECT_FILE } from '../../options/project-file.ts';
import { toTextEdits, toWorkspaceEdit } from '../convert.ts';
import { optionsOf, type Session } from '../session.ts';
import { projectEdit } from './project-edit.ts';
import type { Problem } from './quick-fixes.ts';

export async function suppressActions(
  session: Session,
  document: Document,
  problems: readonly Problem[],
): Promise<CodeAction[]> {
  const { sources } = problems.length > 0 ? await optionsOf(session, document) : {};
  const firsts = new Map(problems.map(problem => [problem.rule, problem] as const).reverse());
  return [...firsts.values()].reverse().flatMap(({ rule, diagnostic }) => {
    const action = (title: string, edit: WorkspaceEdit | undefined): CodeAction[] =>
      edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }] : [];
    const comment = (edit: Edit | undefined) =>
      edit && toWorkspaceEdit(document, toTextEdits(document, [edit]), session.client);
    const offset = document.lines.offsetAt(diagnostic.range.start);
    return [
      ...action(`Disable ${rule} for this line`, comment(suppressedHere(document, rule, offset, sources))),
      ...action(`Disable ${rule} in this file`, comment(suppressedInFile(document, rule, sources))),
      ...action(`Disable ${rule} in ${PROJECT_FILE}`, projectEdit(session, document, rule)),
    ];
  });
}
