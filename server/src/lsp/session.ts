/** What the handlers of one connection share. */
import type { Connection } from 'vscode-languageserver';
import { type CheckOptions, check } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { throwingRule } from '../findings/throwing-rule.ts';
import type { Document } from '../languages/document.ts';
import type { Options } from '../options/options.ts';
import { visible } from '../text/visible.ts';
import { SEARCH_TIME } from '../workspace/check-file.ts';
import { checkpointOf, TooSlow } from '../workspace/check-time.ts';
import { ISSUES, reportOf } from '../workspace/internal-error.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { brokenSentence, slowSentence } from '../workspace/skipped-files.ts';
import type { ClientFacts } from './client-facts.ts';
import { partOf } from './document-part.ts';
import type { OpenDocuments } from './notifications/documents.ts';
import type { RequestScheduler } from './request-scheduler.ts';
import type { Runtime } from './runtime.ts';
import { isCheckedScheme } from './schemes.ts';
import type { Settings } from './settings.ts';
import type { Troubles } from './troubles.ts';
import { filePathOf } from './uris.ts';

export type Settled = <Seen>(look: () => Seen | Promise<Seen>, signal?: AbortSignal) => Seen | Promise<Seen>;

export interface Session {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly client: ClientFacts;
  readonly settings: Settings;
  readonly projects: ProjectFiles;
  readonly scheduler: RequestScheduler;
  readonly runtime: Runtime;
  /** Waits until files that are looked up have been fetched; does not wait where they are local. */
  readonly settled: Settled;
  readonly troubles: Troubles;
}

interface Checked {
  readonly options: Options;
  readonly findings: readonly Finding[];
}

const checked = new WeakMap<Document, Checked>();

/** The options of a document: those of its project override those of the editor. */
export async function optionsOf({ settings, projects, settled }: Session, { uri }: Document): Promise<Options> {
  const options = await settings.of(uri);
  const path = filePathOf(uri);
  const own: Options & Pick<CheckOptions, 'custom'> =
    path === undefined ? options : await settled(() => projects.optionsFor(path, options));
  await settings.tellUnknownRules(options, () => own.custom?.rules ?? []);
  return own;
}

/** Findings of a document under its options; checked once, however many handlers ask. */
export async function findingsOf(session: Session, document: Document): Promise<readonly Finding[]> {
  if (!isCheckedScheme(document.uri)) return [];
  const options = await optionsOf(session, document);
  const known = checked.get(document);
  if (known?.options === options) return known.findings;
  const findings = options.enable && options.diagnosticMode !== 'off' ? checkedAnew(session, document, options) : [];
  checked.set(document, { options, findings });
  return findings;
}

/** Notes what is not checked of an open document, and why; requests about other documents are still answered. */
function checkedAnew(session: Session, document: Document, options: Options): readonly Finding[] {
  const { uri, path } = document;
  const { limits } = options;
  // Each keystroke would take as long.
  if (session.troubles.isSlow(uri, limits.checkTime)) return [];
  const { document: part, cut } = partOf(document, limits);
  try {
    const findings = check(part, options, checkpointOf(limits.checkTime));
    const more = findings.length - limits.findingsPerFile;
    const hidden =
      more > 0 ? `has ${more.toLocaleString('en')} more findings: raise the limit \`findingsPerFile\`` : undefined;
    session.troubles.note(
      uri,
      [cut, hidden].filter(each => each !== undefined).map(why => `${visible(path)} ${why}.`),
    );
    return more > 0 ? findings.slice(0, limits.findingsPerFile) : findings;
  } catch (error) {
    if (error instanceof TooSlow) session.troubles.noteSlow(uri, limits.checkTime, slowSentence(path, limits));
    else {
      const rule = throwingRule(part, options, error, checkpointOf(SEARCH_TIME));
      logError(session, path, error, rule);
      session.troubles.note(uri, [`${brokenSentence(visible(path), rule)}; the log says more.`]);
    }
    return [];
  }
}

/** The document when it is open and has not changed since. */
export function isCurrent({ documents }: Session, document: Document): boolean {
  return documents.get(document.uri) === document;
}

/** Logs an error inside Mender Lint with its stack. Secrets are in texts, never in messages. */
export function logError({ connection }: Session, where: string, error: unknown, rule?: string): void {
  connection.console.error(
    `${reportOf(visible(where), error, rule)}\nThis is an error in Mender Lint; please report it: ${ISSUES}`,
  );
}

/** Runs a handler; if it throws, logs why and gives the neutral answer. */
export async function guarded<Answer>(
  session: Session,
  name: string,
  neutral: Answer,
  handler: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await session.scheduler.foreground(handler);
  } catch (error) {
    logError(session, name, error);
    return neutral;
  }
}
