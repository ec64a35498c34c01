/** Many safe fixes at once: all of a document, or all of one rule in it. Fixes to review are never among them. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { safeFix } from '../../findings/finding.ts';
import { fixAll } from '../../findings/fix-all.ts';
import type { Document } from '../../languages/document.ts';
import { SOURCE, toRange, toWorkspaceEdit } from '../convert.ts';
import { findingsOf, optionsOf, type Session } from '../session.ts';
import type { Problem } from './quick-fixes.ts';
import { reportRemainingCommand } from './report-remaining.ts';

/** The kind for `editor.codeActionsOnSave`; also run for the general `source.fixAll`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

export async function fixAllActions(
  session: Session,
  document: Document,
  { context }: CodeActionParams,
): Promise<CodeAction[]> {
  const findings = await findingsOf(session, document);
  const number = findings.filter(safeFix).length;
  const isAsked = context.triggerKind === CodeActionTriggerKind.Invoked;
  // A user who asks for just this learns why nothing happens.
  if (number === 0 && !(isAsked && context.only && findings.length > 0)) return [];
  const others = findings.length - number;
  const title = `Fix all safe Mender findings (${number}${others > 0 ? ` of ${findings.length}` : ''})`;
  const action = { title, kind: FIX_ALL };
  if (isAsked) return [await askedFixAll(session, document, action, others)];
  const lazily = session.client.resolvesCodeActionEdits && context.only === undefined;
  return [
    lazily ? { ...action, data: { uri: document.uri } } : { ...action, edit: await fixAllEdit(session, document) },
  ];
}

/** With the command that reports the remaining findings. */
async function askedFixAll(
  session: Session,
  document: Document,
  action: CodeAction,
  others: number,
): Promise<CodeAction> {
  const { text } = fixAll(document, await optionsOf(session, document));
  return {
    ...action,
    ...(others > 0 ? { command: reportRemainingCommand(action.title, document) } : {}),
    ...(text === document.text ? {} : { edit: editTo(session, document, text) }),
  };
}

/** For each rule of the problems with more than one safe fix in the document. */
export async function fixRuleActions(
  session: Session,
  document: Document,
  problems: readonly Problem[],
): Promise<CodeAction[]> {
  const findings = await findingsOf(session, document);
  const actions: CodeAction[] = [];
  for (const rule of new Set(problems.map(problem => problem.rule))) {
    const number = findings.filter(finding => finding.rule === rule && safeFix(finding)).length;
    if (number < 2) continue;
    const action = {
      title: `Fix all ${number} safe problems of ${rule} in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: problems.filter(problem => problem.rule === rule).map(({ diagnostic }) => diagnostic),
    };
    actions.push(
      session.client.resolvesCodeActionEdits
        ? { ...action, data: { uri: document.uri, rule } }
        : { ...action, edit: await fixAllEdit(session, document, rule) },
    );
  }
  return actions;
}

/** The same as fix-all, for a user who looks at one problem: only if it fixes more than that one. */
export async function fixFileActions(
  session: Session,
  document: Document,
  problems: readonly Problem[],
): Promise<CodeAction[]> {
  const safe = (await findingsOf(session, document)).filter(safeFix);
  const isMore = safe.some(({ rule }) => !problems.some(problem => problem.rule === rule));
  if (problems.length === 0 || safe.length < 2 || !isMore) return [];
  const action = { title: `Fix all ${safe.length} safe problems in this file`, kind: CodeActionKind.QuickFix };
  return [
    session.client.resolvesCodeActionEdits
      ? { ...action, data: { uri: document.uri } }
      : { ...action, edit: await fixAllEdit(session, document) },
  ];
}

export async function fixAllEdit(session: Session, document: Document, rule?: string): Promise<WorkspaceEdit> {
  const rules = rule === undefined ? undefined : new Set([rule]);
  const { text } = fixAll(document, await optionsOf(session, document), { rules });
  return editTo(session, document, text);
}

function editTo({ client }: Session, document: Document, text: string): WorkspaceEdit {
  return toWorkspaceEdit(document, difference(document, text), client);
}

/** One edit from the first to the last difference. */
function difference(document: Document, after: string): TextEdit[] {
  const before = document.text;
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const range = toRange(document, { start, end: before.length - end });
  return [{ range, newText: after.slice(start, after.length - end) }];
}
