/**
 * `menderLint/migrate`: every fix of the workspace as one edit, which an editor previews, applies and undoes as a
 * whole.
 */
import {
  type AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { type CheckOptions, check, withoutBaseline } from '../../findings/check.ts';
import type { Finding } from '../../findings/finding.ts';
import { type Change, migrationOf } from '../../findings/migration/migration.ts';
import type { Document } from '../../languages/document.ts';
import { catalogue as shipped } from '../../mender/catalogue.ts';
import { below } from '../../workspace/file-system.ts';
import { folderOf } from '../../workspace/paths.ts';
import { toRange } from '../convert.ts';
import { fingerprint, MIGRATE, type MigrateParams, type Migration } from '../messages.ts';
import { isCheckedScheme } from '../schemes.ts';
import { optionsOf, type Session } from '../session.ts';
import { filePathOf, uriOf } from '../uris.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function serveMigrate(session: Session, workspace: Workspace): void {
  session.connection.onRequest(MIGRATE, async (params: MigrateParams, token: CancellationToken) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const { safeOnly = false } = params;
    const plan = new Plan(params);
    const { starts, isWanted } = extentOf(params);
    for (const start of starts)
      await workspace.gather(start, {
        signal: stop.signal,
        newOnly: safeOnly,
        // The text in an editor counts, not the one on disk.
        isHeld: path => !isWanted(path) || session.documents.at(path) !== undefined,
        take: ({ path, document, findings }, options) =>
          plan.add({ ...document, uri: uriOf(path), lines: document.lines }, options, findings, null),
      });
    for (const document of session.documents.all()) {
      const path = filePathOf(document.uri);
      const isIn = path !== undefined && isWanted(path) && starts.some(start => workspace.isBelow(path, start));
      if (!isIn || !isCheckedScheme(document.uri)) continue;
      const own = await optionsOf(session, document);
      const options = safeOnly ? own : withoutBaseline(own);
      if (options.enable) plan.add(document, options, check(document, options), document.version);
    }
    return token.isCancellationRequested
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client')
      : plan.finish();
  });
}

interface Extent {
  /** Where to begin; undefined means everywhere. */
  readonly starts: readonly (string | undefined)[];
  isWanted(path: string): boolean;
}

function extentOf({ uri, files }: MigrateParams): Extent {
  if (!files) return { starts: [uri === undefined ? undefined : filePathOf(uri)], isWanted: () => true };
  const wanted = new Set(files.flatMap(file => filePathOf(file) ?? []));
  const folders = [...new Set([...wanted].map(folderOf))];
  return {
    // A folder inside another one is reached from there.
    starts: folders.filter(folder => !folders.some(other => below(other, folder) !== undefined)),
    isWanted: path => wanted.has(path),
  };
}

/** The edit as it grows, file by file. */
class Plan {
  readonly #changes: TextDocumentEdit[] = [];
  readonly #annotations: Record<string, ChangeAnnotation> = {};
  /** Ids of annotations, by their text. */
  readonly #ids = new Map<string, string>();
  readonly #fingerprints: Record<string, string> = {};
  readonly #counts = { safe: 0, review: 0, left: 0, later: 0 };
  readonly #params: MigrateParams;

  constructor(params: MigrateParams) {
    this.#params = params;
  }

  /** `version` is null for a file that is not open. */
  add(document: Document, options: CheckOptions, findings: readonly Finding[], version: number | null): void {
    const { rule, safeOnly = false } = this.#params;
    const concerned = rule === undefined ? findings : findings.filter(finding => finding.rule === rule);
    if (concerned.length === 0) return;
    const chosen = rule === undefined ? options : onlyRule(options, rule);
    const { edits, ...counts } = migrationOf(document, chosen, concerned, { safeOnly });
    for (const count of ['safe', 'review', 'left', 'later'] as const) this.#counts[count] += counts[count];
    if (edits.length === 0) return;
    const annotated = edits.map(
      (edit): AnnotatedTextEdit => ({
        range: toRange(document, edit),
        newText: edit.newText,
        annotationId: this.#annotation(edit.owner),
      }),
    );
    this.#changes.push({ textDocument: { uri: document.uri, version }, edits: annotated });
    this.#fingerprints[document.uri] = fingerprint(document.text);
  }

  finish(): Migration {
    return {
      edit: { documentChanges: this.#changes, changeAnnotations: this.#annotations },
      fingerprints: this.#fingerprints,
      files: this.#changes.length,
      ...this.#counts,
    };
  }

  #annotation({ definitions, safety, reasons }: Change): string {
    const rules = definitions.map(definition => definition.id);
    const isReview = safety === 'review';
    const description = reasons.join(' ').replaceAll('`', '');
    const key = `${rules.join('+')}:${safety} ${description}`;
    const id = this.#ids.get(key) ?? `${rules.join('+')}:${safety}:${this.#ids.size}`;
    this.#ids.set(key, id);
    this.#annotations[id] ??= {
      label: `${rules.join(', ')}${isReview ? ': to review' : ''}`,
      description,
      needsConfirmation: isReview,
    };
    return id;
  }
}

/** Turns all other rules off: findings that depend on a fix are part of it all the same. */
function onlyRule<Options extends CheckOptions>(options: Options, rule: string): Options {
  const { catalogue = shipped, custom } = options;
  const others = [...catalogue.rules, ...(custom?.rules ?? [])].filter(({ id }) => id !== rule);
  return {
    ...options,
    rules: { ...options.rules, ...Object.fromEntries(others.map(({ id }) => [id, 'off' as const])) },
  };
}
