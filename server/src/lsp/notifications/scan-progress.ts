/** Progress of a long check of the workspace, with a way to cancel it. */
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceState } from '../workspace/workspace-listener.ts';

/** Milliseconds. */
const BETWEEN_REPORTS = 100;

/** Work that ends before `unnoticed`, in milliseconds, is not reported. */
export function serveProgress({ connection }: Session, workspace: Workspace, unnoticed: number): void {
  let started: number | undefined;
  let reported = 0;
  let shown: Promise<WorkDoneProgressServerReporter> | undefined;
  const begin = async () => {
    const progress = await connection.window.createWorkDoneProgress();
    // Without a percentage: the number of files is known only when the last folder has been listed.
    progress.begin('Mender Lint: checking the workspace', undefined, undefined, true);
    progress.token.onCancellationRequested(() => workspace.cancel());
    return progress;
  };
  workspace.listen({
    changed: () => undefined,
    flush: () => undefined,
    state(state) {
      const now = performance.now();
      if (state.kind !== 'checking') {
        void shown?.then(progress => progress.done());
        shown = undefined;
        started = undefined;
        return;
      }
      started ??= now;
      if (now - started < unnoticed || now - reported < BETWEEN_REPORTS) return;
      reported = now;
      shown ??= begin();
      void shown.then(progress => progress.report(message(state)));
    },
  });
}

function message({ progress: { done, total } }: WorkspaceState): string {
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`;
}
