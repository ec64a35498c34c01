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

/** Initialization options about the client; its settings may be next to them. */
const ownOptions = ['diagnosticChannel', 'showsStatus', 'checksJson', 'explainsRules', 'previewsFixes'] as const;

export function clientFacts({ capabilities, initializationOptions }: InitializeParams): ClientFacts {
  const { textDocument = {}, workspace = {}, window = {} } = capabilities ?? {};
  const { completionItem } = textDocument.completion ?? {};
  const published = textDocument.publishDiagnostics ?? {};
  const pulled = textDocument.diagnostic;
  const diagnostics = { ...published, ...pulled };
  const operations = workspace.workspaceEdit?.resourceOperations ?? [];
  const own = (name: (typeof ownOptions)[number]) => memberOf(initializationOptions, name);
  const channel = own('diagnosticChannel');
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
    showsStatus: own('showsStatus') === true,
    checksJson: own('checksJson') === true,
    explainsRules: own('explainsRules') === true,
    previewsFixes: own('previewsFixes') === true,
  };
}

/** The settings that a client sends when it starts the server. */
export function settingsIn(initializationOptions: unknown): unknown {
  const settings = memberOf(initializationOptions, 'settings');
  if (settings !== undefined) return settings;
  return withoutMembers(initializationOptions, ownOptions);
}

export function withoutMembers(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
