/** `menderLint/status` and the log: what has been checked and what was skipped. */
import { notIncludedSentence } from '../../workspace/skipped-files.ts';
import { STATUS, type Status } from '../messages.ts';
import type { Session } from '../session.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function serveStatus({ connection, client }: Session, workspace: Workspace): void {
  const told = new Set<string>();
  let sent: string | undefined;
  let last: Status['kind'] | undefined;
  workspace.listen({
    changed: () => undefined,
    flush: () => undefined,
    state({ kind, files, findings, targets, leftOut, notIncluded }) {
      if (kind !== 'checking')
        for (const sentence of leftOut) {
          if (!told.has(sentence)) connection.console.warn(sentence);
          told.add(sentence);
        }
      // The progress report shows how far it is.
      if (kind === 'checking' && last === 'checking') return;
      last = kind;
      const others = notIncludedSentence(notIncluded);
      const status: Status = {
        kind,
        files,
        findings,
        targets,
        leftOut,
        ...(others !== undefined && { notIncluded: others }),
      };
      const text = JSON.stringify(status);
      if (!client.showsStatus || text === sent) return;
      sent = text;
      void connection.sendNotification(STATUS, status);
    },
  });
}
