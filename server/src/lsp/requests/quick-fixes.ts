/** Quick fixes of single findings. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Document } from '../../languages/document.ts';
import { memberOf } from '../client-facts.ts';
import { type DiagnosticData, dataOf, SOURCE, toDiagnostic, toWorkspaceEdit } from '../convert.ts';
import { findingsOf, isCurrent, type Session } from '../session.ts';

/** A finding that actions are requested for, in the offsets of the current document. */
export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly data: DiagnosticData;
  readonly rule: string;
}

export async function problemsAt(
  session: Session,
  document: Document,
  { context, range }: CodeActionParams,
): Promise<readonly Problem[]> {
  const asked = context.diagnostics.filter(({ source }) => source === SOURCE);
  const carried = asked.flatMap(diagnostic => {
    const data = dataIn(diagnostic, document);
    return data ? [{ diagnostic, data, rule: String(diagnostic.code) }] : [];
  });
  if (carried.length > 0) return carried;
  // The client does not keep data, or its data is out of date: look the findings up again.
  const start = document.lines.offsetAt(range.start);
  const end = document.lines.offsetAt(range.end);
  const findings = await findingsOf(session, document);
  if (!isCurrent(session, document)) return [];
  return findings
    .filter(finding => finding.range.start <= end && finding.range.end >= start)
    .map(finding => ({
      diagnostic: toDiagnostic(document, finding, session.client),
      data: dataOf(document, finding),
      rule: finding.rule,
    }));
}

function dataIn({ data }: Diagnostic, document: Document): DiagnosticData | undefined {
  const fits = memberOf(data, 'version') === document.version && Array.isArray(memberOf(data, 'fixes'));
  return fits ? (data as DiagnosticData) : undefined;
}

export function fixActions({ client }: Session, document: Document, { diagnostic, data }: Problem): CodeAction[] {
  return data.fixes.map(({ title, preferred, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(client.preferredCodeActions && preferred ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(document, edits, client),
  }));
}
