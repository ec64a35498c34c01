/** A request that takes as long as checking everything: the user sees that, and can cancel it. */
import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** Undefined when the user has cancelled it. `doing` follows the name of the extension. */
export async function askWithProgress<Answer>(
  server: Server,
  doing: string,
  method: string,
  params: unknown,
): Promise<Answer | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Mender Lint: ${doing}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_progress, token) => {
    try {
      return await server.request<Answer>(method, params, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}
