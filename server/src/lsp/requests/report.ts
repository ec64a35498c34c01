/**
 * `menderLint/report`: facts for somebody who helps with a problem. No path, no text of a file, no value that may be a
 * secret.
 */
import { version } from '../../version.ts';
import { notIncludedSentence } from '../../workspace/skipped-files.ts';
import { REPORT } from '../messages.ts';
import type { Session } from '../session.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function serveReport({ connection, client, documents, runtime }: Session, workspace: Workspace): void {
  connection.onRequest(REPORT, (): string => {
    const { kind, files, findings, leftOut, notIncluded, targets } = workspace.state();
    const others = notIncludedSentence(notIncluded);
    const lines = [
      `Mender Lint ${version}, ${runtime.name}`,
      `Targets: ${targets.join(', ') || 'none, no folder is open'}`,
      `Workspace: ${kind}, ${findings} findings in ${files} files, ${[...documents.all()].length} documents open`,
      `Rules with findings: ${countsText(workspace.findings.rules()) || 'none'}`,
      `Diagnostics: ${client.pullsDiagnostics ? 'asked for' : 'sent'}`,
      ...(leftOut.length > 0 ? [`Left out: ${leftOut.length} sentences in the log`] : []),
      ...(others === undefined ? [] : [others]),
    ];
    return lines.join('\n');
  });
}

function countsText(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([rule, number]) => `${rule} ${number}`)
    .join(', ');
}
