/** The capabilities of the client, read once. Everything is optional. */
import type { InitializeParams } from 'vscode-languageserver';
import { DiagnosticTag, MarkupKind, ResourceOperationKind } from 'vscode-languageserver';

export interface ClientFacts {
  /** The client pulls diagnostics; else they are sent when they change. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly diagnosticData: boolean;
  readonly deprecatedTag: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesCodeActionEdits: boolean;
  readonly preferredCodeActions: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  /** Completions may contain placeholders. */
  readonly snippets: boolean;
  readonly workspaceFolders: boolean;
  readonly registersFileChanges: boolean;
  readonly workDoneProgress: boolean;
  /** Shows the status, as our own client does. */
  readonly showsStatus: boolean;
  /** The editor itself reports invalid JSON in open documents with the languages `json` and `jsonc`. */
  readonly checksJson: boolean;
  /** Has the command that explains a rule. */
  readonly explainsRules: boolean;
  /** Has the command that previews all fixes of a rule before it makes them. */
  readonly previewsFixes: boolean;
}

export function clientFacts({ capabilities, initializationOptions }: InitializeParams): ClientFacts {
  const { textDocument = {}, workspace = {}, window = {} } = capabilities ?? {};
  const { completionItem } = textDocument.completion ?? {};
  const published = textDocument.publishDiagnostics ?? {};
  const pulled = textDocument.diagnostic;
  const diagnostics = { ...published, ...pulled };
  const operations = workspace.workspaceEdit?.resourceOperations ?? [];
  const channel = memberOf(initializationOptions, 'diagnosticChannel');
  const refreshes = workspace.diagnostics?.refreshSupport === true;
  return {
    // A client that cannot be asked to pull again would show stale findings after a change of settings.
    pullsDiagnostics: channel === 'push' ? false : pulled !== undefined && (refreshes || channel === 'pull'),
    refreshesDiagnostics: refreshes,
    answersConfiguration: workspace.configuration === true,
    registersConfigurationChanges: workspace.didChangeConfiguration?.dynamicRegistration === true,
    diagnosticData: diagnostics.dataSupport === true,
    deprecatedTag: diagnostics.tagSupport?.valueSet?.includes(DiagnosticTag.Deprecated) === true,
    relatedInformation: diagnostics.relatedInformation === true,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    codeActionLiterals: textDocument.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesCodeActionEdits: textDocument.codeAction?.resolveSupport?.properties?.includes('edit') === true,
    preferredCodeActions: textDocument.codeAction?.isPreferredSupport === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    createsFiles: operations.includes(ResourceOperationKind.Create),
    renamesFiles: operations.includes(ResourceOperationKind.Rename),
    markdownHover: textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    markdownCompletion: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    snippets: completionItem?.snippetSupport === true,
    workspaceFolders: workspace.workspaceFolders === true,
    registersFileChanges: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window.workDoneProgress === true,
    showsStatus: memberOf(initializationOptions, 'showsStatus') === true,
    checksJson: memberOf(initializationOptions, 'checksJson') === true,
    explainsRules: memberOf(initializationOptions, 'explainsRules') === true,
    previewsFixes: memberOf(initializationOptions, 'previewsFixes') === true,
  };
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
