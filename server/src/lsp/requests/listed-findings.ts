/**
 * `menderLint/findings`: the shown findings of the workspace's files, open or not, with what can be done about each.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { CheckOptions } from '../../findings/check.ts';
import { findRule } from '../../mender/catalogue.ts';
import { defaultOptions } from '../../options/options.ts';
import type { DiagnosticData } from '../convert.ts';
import { FINDINGS, type FileFindings, type FindingsParams, type ListedFinding } from '../messages.ts';
import { findingsOf, guarded, type Session } from '../session.ts';
import { shownDiagnostics } from '../shown-diagnostics.ts';
import { filePathOf } from '../uris.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** For clients whose diagnostics contain fixes: these say what can be done. */
export function serveFindings(session: Session, workspace: Workspace): void {
  session.connection.onRequest(FINDINGS, ({ uris }: FindingsParams) =>
    guarded<readonly FileFindings[]>(session, FINDINGS, [], () =>
      Promise.all(
        (uris ?? allUris(session, workspace)).map(async uri => ({
          uri,
          findings: (await shownOf(session, workspace, uri)).map(diagnostic => listed(session, uri, diagnostic)),
        })),
      ),
    ),
  );
}

function allUris({ documents }: Session, workspace: Workspace): readonly string[] {
  const open = documents.keys().filter(uri => workspace.isBelow(filePathOf(uri), undefined));
  return [...new Set([...open, ...[...workspace.findings.paths()].map(path => documents.uriOf(path))])];
}

/** The text in an editor counts for an open document. */
async function shownOf(session: Session, workspace: Workspace, uri: string): Promise<readonly Diagnostic[]> {
  const path = filePathOf(uri);
  if (path === undefined) return [];
  const document = session.documents.get(uri);
  const known = workspace.findings.get(path);
  if (!document) return known?.diagnostics ?? [];
  // A file outside, which is the target of a symlink in the workspace, is known by its findings.
  if (!known && !workspace.isBelow(path, undefined)) return [];
  return shownDiagnostics(session, document, await findingsOf(session, document));
}

function listed(session: Session, uri: string, { range, code, message, data }: Diagnostic): ListedFinding {
  const rule = String(code);
  const [best] = (data as DiagnosticData | undefined)?.fixes ?? [];
  return {
    range,
    rule,
    title: titleOf(session, uri, rule),
    message: typeof message === 'string' ? message : message.value,
    todo: best ? (best.preferred ? 'safe' : 'review') : 'by-hand',
    ...(best ? { fix: best.title } : {}),
  };
}

function titleOf({ projects }: Session, uri: string, rule: string): string {
  const shipped = findRule(rule);
  if (shipped) return shipped.title;
  const path = filePathOf(uri);
  const options: CheckOptions | undefined = path === undefined ? undefined : projects.optionsFor(path, defaultOptions);
  return options?.custom?.rules.find(({ id }) => id === rule)?.title ?? rule;
}
