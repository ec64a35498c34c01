/**
 * `textDocument/codeAction` and `codeAction/resolve`: which actions are available, by kind. Each kind has its own file.
 */
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { memberOf } from '../client-facts.ts';
import { guarded, type Session } from '../session.ts';
import { fileMoveActions } from './file-move-actions.ts';
import { FIX_ALL, fixAllActions, fixAllEdit, fixFileActions, fixRuleActions } from './fix-all-actions.ts';
import { newFileActions } from './new-file-actions.ts';
import { fixActions, problemsAt } from './quick-fixes.ts';
import { ruleActions } from './rule-actions.ts';
import { suppressActions } from './suppress-actions.ts';

export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction(params =>
    guarded<CodeAction[]>(session, 'textDocument/codeAction', [], async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (!document || !session.client.codeActionLiterals) return [];
      const actions: CodeAction[] = [];
      if (wants(params, CodeActionKind.QuickFix)) {
        const problems = await problemsAt(session, document, params);
        actions.push(
          ...problems.flatMap(problem => fixActions(session, document, problem)),
          ...newFileActions(session, document, problems),
          ...fileMoveActions(session, document, problems),
          ...(await fixRuleActions(session, document, problems)),
          ...(await fixFileActions(session, document, problems)),
          ...ruleActions(session, problems),
          ...(await suppressActions(session, document, problems)),
        );
      }
      if (wants(params, FIX_ALL)) actions.push(...(await fixAllActions(session, document, params)));
      return actions;
    }),
  );
  session.connection.onCodeActionResolve(action =>
    guarded(session, 'codeAction/resolve', action, async () => {
      const [uri, rule] = [memberOf(action.data, 'uri'), memberOf(action.data, 'rule')];
      const document = typeof uri === 'string' ? session.documents.get(uri) : undefined;
      if (!document) return action;
      return { ...action, edit: await fixAllEdit(session, document, typeof rule === 'string' ? rule : undefined) };
    }),
  );
}

/** LSP 3.17: kinds are a hierarchy, and a client that requests a kind wants the kinds below it, too. */
function wants({ context }: CodeActionParams, kind: string): boolean {
  return (
    context.only === undefined || context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`))
  );
}
