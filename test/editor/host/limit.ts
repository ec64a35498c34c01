/** Ends work that takes too long, with all processes that it started. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { killTree } from '@vscode/test-electron/out/util.js';

/** Once `expired` is aborted, everything that `run` has started is killed, and the message of its reason is thrown. */
export async function withinLimit<T>(expired: AbortSignal, run: () => Promise<T>): Promise<T> {
  const started = new Set<ChildProcess>();
  // test-electron does not say which process the editor is.
  const note = (event: unknown) => started.add((event as { readonly process: ChildProcess }).process);
  subscribe('child_process', note);
  const ended = new Promise<never>((_, reject) => {
    expired.addEventListener('abort', () => {
      unsubscribe('child_process', note);
      const running = [...started].filter(
        ({ pid, exitCode, signalCode }) => pid !== undefined && exitCode === null && signalCode === null,
      );
      Promise.all(running.map(({ pid }) => killTree(pid!, true))).then(() => reject(expired.reason), reject);
    });
  });
  try {
    return await Promise.race([run(), ended]);
  } finally {
    unsubscribe('child_process', note);
  }
}
