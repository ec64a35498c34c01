/** Checks a document before the client is there: what the user has opened first is not to wait until both sides know each other. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { createDocument } from '../document/document.ts';
import { parseOptions } from '../options/options.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { ProjectFiles } from '../workspace/project-files.ts';
import { type DiagnosticFacts, toDiagnostic } from './convert.ts';
import { isCheckedScheme } from './documents.ts';
import { FIRST_FINDINGS, FIRST_LOOK, type FirstFindings, type FirstLook } from './messages.ts';
import { findingsWith } from './session.ts';
import { filePathOf } from './uris.ts';

/** Only our own client sends it. Its light bulb waits for the client, and what it needs comes with the findings that replace these. */
const facts: DiagnosticFacts = {
  codeDescription: true,
  deprecatedTag: true,
  relatedInformation: true,
  diagnosticData: false,
};

export function serveFirstLook(connection: Connection, files: FileSystem): void {
  connection.onNotification(FIRST_LOOK, (look: FirstLook) => {
    const { uri, version } = look;
    const found: FirstFindings = { uri, version, diagnostics: diagnosticsOf(look, files) };
    void connection.sendNotification(FIRST_FINDINGS, found);
  });
}

function diagnosticsOf({ uri, settings, folder, ...text }: FirstLook, files: FileSystem): readonly Diagnostic[] {
  if (!isCheckedScheme(uri)) return [];
  const projects = new ProjectFiles(files, { hidesKnown: true });
  const root = folder === undefined ? undefined : filePathOf(folder);
  if (root !== undefined) projects.addRoot(root, { isLast: true });
  const path = filePathOf(uri);
  const { options } = parseOptions(settings);
  const document = createDocument({ uri, ...text });
  const findings = findingsWith(document, path === undefined ? options : projects.optionsFor(path, options));
  return findings.map(finding => toDiagnostic(document, finding, facts));
}
