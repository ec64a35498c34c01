/** `textDocument/codeAction` and `codeAction/resolve`: quick fixes, and all safe fixes of a document at once. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import { safeFix } from '../findings/finding.ts';
import { fixAll } from '../findings/fix-all.ts';
import { memberOf } from './client-facts.ts';
import { type DiagnosticData, dataOf, SOURCE, toDiagnostic, toRange, toWorkspaceEdit } from './convert.ts';
import { findingsOf, guarded, isCurrent, type Session } from './session.ts';

/** The kind a user names in `editor.codeActionsOnSave`; also run for the general `source.fixAll`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction(params =>
    guarded<CodeAction[]>(session, 'textDocument/codeAction', [], async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (!document || !session.client.codeActionLiterals) return [];
      const actions: CodeAction[] = [];
      if (wants(params, CodeActionKind.QuickFix)) actions.push(...(await quickFixes(session, document, params)));
      if (wants(params, FIX_ALL)) actions.push(...(await fixAllActions(session, document, params)));
      return actions;
    }),
  );
  session.connection.onCodeActionResolve(action =>
    guarded(session, 'codeAction/resolve', action, async () => {
      const uri = memberOf(action.data, 'uri');
      const document = typeof uri === 'string' ? session.documents.get(uri) : undefined;
      return document && action.kind === FIX_ALL ? { ...action, edit: await fixAllEdit(session, document) } : action;
    }),
  );
}

/** LSP 3.17: kinds are a hierarchy, and a client that names a kind wants the kinds below it too. */
function wants({ context }: CodeActionParams, kind: string): boolean {
  return (
    context.only === undefined || context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`))
  );
}

async function quickFixes(
  session: Session,
  document: Document,
  { context, range }: CodeActionParams,
): Promise<CodeAction[]> {
  const asked = context.diagnostics.filter(({ source }) => source === SOURCE);
  const carried = asked.flatMap(diagnostic => {
    const data = dataIn(diagnostic, document);
    return data ? actionsOf(session, document, diagnostic, data) : [];
  });
  if (carried.length > 0) return carried;
  // The client does not carry data, or what it carries is out of date: look the findings up again.
  const start = document.lines.offsetAt(range.start);
  const end = document.lines.offsetAt(range.end);
  const findings = await findingsOf(session, document);
  if (!isCurrent(session, document)) return [];
  return findings
    .filter(finding => finding.range.start <= end && finding.range.end >= start)
    .flatMap(finding =>
      actionsOf(session, document, toDiagnostic(document, finding, session.client), dataOf(document, finding)),
    );
}

function dataIn({ data }: Diagnostic, document: Document): DiagnosticData | undefined {
  const fits = memberOf(data, 'version') === document.version && Array.isArray(memberOf(data, 'fixes'));
  return fits ? (data as DiagnosticData) : undefined;
}

function actionsOf(
  { client }: Session,
  document: Document,
  diagnostic: Diagnostic,
  { fixes }: DiagnosticData,
): CodeAction[] {
  return fixes.map(({ title, preferred, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(client.preferredCodeActions && preferred ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(document, edits, client),
  }));
}

async function fixAllActions(
  session: Session,
  document: Document,
  { context }: CodeActionParams,
): Promise<CodeAction[]> {
  const findings = await findingsOf(session, document);
  const number = findings.filter(safeFix).length;
  if (number === 0) return [];
  const action = { title: `Fix all safe Mender findings (${number})`, kind: FIX_ALL };
  const lazily = session.client.resolvesCodeActionEdits && context.only === undefined;
  return [
    lazily ? { ...action, data: { uri: document.uri } } : { ...action, edit: await fixAllEdit(session, document) },
  ];
}

async function fixAllEdit(session: Session, document: Document) {
  const { text } = fixAll(document, await session.settings.of(document.uri));
  return toWorkspaceEdit(document, difference(document, text), session.client);
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
