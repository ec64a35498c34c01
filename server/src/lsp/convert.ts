/** Converts findings and fixes to the types of the protocol. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range as LspRange,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../findings/finding.ts';
import type { Edit } from '../fixes/fix.ts';
import type { Document } from '../languages/document.ts';
import { documentationOf } from '../mender/catalogue.ts';
import type { Range } from '../text/fragment.ts';
import type { ClientFacts } from './client-facts.ts';

export const SOURCE = 'mender-lint';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Data in a diagnostic for the code actions about it. */
export interface DiagnosticData {
  /** The version of the document that the edits fit. */
  readonly version: number;
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly TextEdit[];
  }[];
}

export function toDiagnostic(document: Document, finding: Finding, client: ClientFacts): Diagnostic {
  const { notes, definition } = finding;
  const href = documentationOf(definition);
  return {
    range: toRange(document, shownRange(document, finding.range)),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(client.codeDescription && href !== undefined ? { codeDescription: { href } } : {}),
    source: SOURCE,
    message: finding.message,
    ...(client.deprecatedTag && finding.deprecated ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(client.relatedInformation && notes.length > 0
      ? {
          relatedInformation: notes.map(note => ({
            location: { uri: document.uri, range: toRange(document, note.range) },
            message: note.message,
          })),
        }
      : {}),
    ...(client.diagnosticData ? { data: dataOf(document, finding) } : {}),
  };
}

/** A key with its colon, where a member of JSON begins. */
const keyAtStart = /^("(?:[^"\\\n]|\\.)*")\s*:/;

/**
 * Of several lines only the beginning: for a member of JSON the key, for a command its first line. Editors underline
 * the indentation of the other lines, too.
 */
function shownRange({ text }: Document, { start, end }: Range): Range {
  const named = text.slice(start, end);
  if (!named.includes('\n')) return { start, end };
  const shown = keyAtStart.exec(named)?.[1] ?? named.slice(0, named.indexOf('\n')).replace(/\s*\\?\s*$/, '');
  return shown === '' ? { start, end } : { start, end: start + shown.length };
}

export function dataOf(document: Document, { fixes }: Finding): DiagnosticData {
  return {
    version: document.version,
    fixes: fixes.map(({ title, safety, edits }, index) => ({
      title: safety === 'safe' ? title : reviewTitle(title),
      preferred: index === 0 && safety === 'safe',
      edits: toTextEdits(document, edits),
    })),
  };
}

/** The title begins with the need for a review: a menu shows nothing else about it. */
export function reviewTitle(title: string): string {
  return `Review: ${title}`;
}

export function toTextEdits(document: Document, edits: readonly Edit[]): TextEdit[] {
  return edits.map(edit => ({ range: toRange(document, edit), newText: edit.newText }));
}

export function toRange({ lines }: Document, { start, end }: Range): LspRange {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toWorkspaceEdit(
  { uri, version }: Document,
  edits: readonly TextEdit[],
  client: ClientFacts,
): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
