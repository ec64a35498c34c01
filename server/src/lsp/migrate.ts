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
import { catalogue as shipped } from '../catalogue/catalogue.ts';
import type { Document } from '../document/document.ts';
import { type CheckOptions, check, withoutBaseline } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { type Change, migrationOf } from '../findings/migration/migration.ts';
import { toRange } from './convert.ts';
import { fingerprint, MIGRATE, type MigrateParams, type Migration } from './messages.ts';
import { isCheckedScheme } from './schemes.ts';
import { optionsOf, type Session } from './session.ts';
import { filePathOf, uriOf } from './uris.ts';
import type { Workspace } from './workspace.ts';

export function serveMigrate(session: Session, workspace: Workspace): void {
  session.connection.onRequest(MIGRATE, async ({ uri, rule }: MigrateParams, token: CancellationToken) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const plan = new Plan(rule);
    const below = uri === undefined ? undefined : filePathOf(uri);
    await workspace.gather(below, {
      signal: stop.signal,
      // What an editor holds counts, not what is on disk.
      isHeld: path => session.documents.get(uriOf(path)) !== undefined,
      take: ({ path, document, findings }, options) =>
        plan.add({ ...document, uri: uriOf(path), lines: document.lines }, options, findings, null),
    });
    for (const document of session.documents.all()) {
      if (!workspace.isBelow(filePathOf(document.uri), below) || !isCheckedScheme(document.uri)) continue;
      const options = withoutBaseline(await optionsOf(session, document));
      if (options.enable) plan.add(document, options, check(document, options), document.version);
    }
    return token.isCancellationRequested
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client')
      : plan.finish();
  });
}

/** The edit as it grows, file by file. */
class Plan {
  readonly #changes: TextDocumentEdit[] = [];
  readonly #annotations: Record<string, ChangeAnnotation> = {};
  readonly #fingerprints: Record<string, string> = {};
  readonly #counts = { safe: 0, review: 0, left: 0, later: 0 };
  readonly #rule: string | undefined;

  /** `rule` is the only one that counts, if there is one. */
  constructor(rule: string | undefined) {
    this.#rule = rule;
  }

  /** `version` is null for a file that is not open. */
  add(document: Document, options: CheckOptions, findings: readonly Finding[], version: number | null): void {
    const rule = this.#rule;
    const concerned = rule === undefined ? findings : findings.filter(finding => finding.rule === rule);
    if (concerned.length === 0) return;
    const chosen = rule === undefined ? options : onlyRule(options, rule);
    const { edits, ...counts } = migrationOf(document, chosen, concerned);
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

  #annotation({ rows, safety }: Change): string {
    const rules = rows.map(row => row.id);
    const id = `${rules.join('+')}:${safety}`;
    const isReview = safety === 'review';
    this.#annotations[id] ??= {
      label: `${rules.join(', ')}${isReview ? ': to review' : ''}`,
      description: rows.map(({ title }) => title.replaceAll('`', '')).join('; '),
      needsConfirmation: isReview,
    };
    return id;
  }
}

/** All other rules are off: what hangs together with a fix is part of it all the same. */
function onlyRule<Options extends CheckOptions>(options: Options, rule: string): Options {
  const { catalogue = shipped, extra } = options;
  const others = [...catalogue.rows, ...(extra?.rows ?? [])].filter(({ id }) => id !== rule);
  return {
    ...options,
    rules: { ...options.rules, ...Object.fromEntries(others.map(({ id }) => [id, 'off' as const])) },
  };
}
