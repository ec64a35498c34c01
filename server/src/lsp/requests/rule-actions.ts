/** Commands of our own client about the rule of a finding: all its fixes in the workspace, and its page. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { EXPLAIN, FIX_RULE } from '../messages.ts';
import type { Session } from '../session.ts';
import type { Problem } from './quick-fixes.ts';

export function ruleActions({ client }: Session, problems: readonly Problem[]): CodeAction[] {
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  const action = (title: string, command: string, rule: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: problems.filter(problem => problem.rule === rule).map(({ diagnostic }) => diagnostic),
    command: { title, command, arguments: [rule] },
  });
  const isFixed = (rule: string) => problems.some(({ rule: other, data }) => other === rule && data.fixes.length > 0);
  return rules.flatMap(rule => [
    ...(client.previewsFixes && isFixed(rule)
      ? [action(`Fix all of ${rule} in the workspace (preview)`, FIX_RULE, rule)]
      : []),
    ...(client.explainsRules ? [action(`Explain ${rule}`, EXPLAIN, rule)] : []),
  ]);
}
