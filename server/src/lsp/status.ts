/** `menderLint/status`, to a client that shows it, and the log: what has been checked, and what has been left out. */
import type { Session } from './session.ts';
import type { Workspace, WorkspaceState } from './workspace.ts';

export const STATUS = 'menderLint/status';

/** What the client is sent. Plain data: the client knows no rule and no limit. */
export interface Status {
  readonly kind: WorkspaceState['kind'];
  /** Files with findings, and findings in them. */
  readonly files: number;
  readonly findings: number;
  /** Sentences. */
  readonly leftOut: readonly string[];
}

export function serveStatus({ connection, client }: Session, workspace: Workspace): void {
  const told = new Set<string>();
  let sent: string | undefined;
  workspace.listen({
    changed: () => undefined,
    flush: () => undefined,
    state({ kind, files, findings, leftOut }) {
      if (kind !== 'checking')
        for (const sentence of leftOut) {
          if (!told.has(sentence)) connection.console.warn(sentence);
          told.add(sentence);
        }
      const status: Status = { kind, files, findings, leftOut };
      const text = JSON.stringify(status);
      if (!client.showsStatus || text === sent) return;
      sent = text;
      void connection.sendNotification(STATUS, status);
    },
  });
}
