/** Checks a document where there is no server to ask yet: what the user has opened first is not to wait until two processes know each other. */
import type { Diagnostic } from 'vscode-languageserver';
import { createDocument } from '../document/document.ts';
import { parseOptions } from '../options/options.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { ProjectFiles } from '../workspace/project-files.ts';
import { type DiagnosticFacts, toDiagnostic } from './convert.ts';
import type { FirstLook } from './messages.ts';
import { isCheckedScheme } from './schemes.ts';
import { findingsWith } from './session.ts';
import { filePathOf } from './uris.ts';

/** Only our own client shows them. Its light bulb waits for the server, and what it needs comes with the findings that replace these. */
const facts: DiagnosticFacts = {
  codeDescription: true,
  deprecatedTag: true,
  relatedInformation: true,
  diagnosticData: false,
};

export function diagnosticsOf({ uri, settings, folder, ...text }: FirstLook, files: FileSystem): readonly Diagnostic[] {
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
