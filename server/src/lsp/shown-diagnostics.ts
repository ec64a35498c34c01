/** The findings of an open document that an editor should show: all except those that it reports itself. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../findings/finding.ts';
import type { Document } from '../languages/document.ts';
import { toDiagnostic } from './convert.ts';
import type { Session } from './session.ts';

export function shownDiagnostics(
  { client }: Session,
  document: Document,
  findings: readonly Finding[],
): readonly Diagnostic[] {
  // With comments allowed, as in `jsonc`, it does not report what the programs refuse.
  const isSaid = client.checksJson && document.languageId === 'json' && document.text.trim() !== '';
  // Its fix and its hover are offered all the same.
  const shown = isSaid ? findings.filter(finding => !isAboutSyntax(finding)) : findings;
  return shown.map(finding => toDiagnostic(document, finding, client));
}

function isAboutSyntax({ definition }: Finding): boolean {
  return definition.match.kind === 'config' && definition.match.defect === 'invalid-json';
}
