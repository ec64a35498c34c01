/** The language server as a separate process, as an editor starts it, and its costs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Status } from '../../server/src/lsp/messages.ts';
import { root } from '../support/build.ts';
import { vscode } from '../support/clients.ts';

/** Milliseconds: the unit in which the kernel reports processor time, whatever its own clock. */
const TICK = 10;

export class ServerProcess {
  readonly connection: MessageConnection;
  readonly #process: ChildProcess;
  #status: Status | undefined;
  #waiting: (() => void)[] = [];

  constructor() {
    this.#process = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.connection.onRequest((_method, params) => {
      const items = (params as { items?: unknown[] } | undefined)?.items;
      return items ? items.map(() => null) : null;
    });
    this.connection.onNotification('menderLint/status', (status: Status) => {
      this.#status = status;
      for (const look of this.#waiting) look();
    });
    this.connection.listen();
  }

  /** Resolves when the workspace has been checked. */
  async start(folder: string): Promise<Status> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: vscode,
      initializationOptions: { showsStatus: true },
    });
    await this.connection.sendNotification('initialized', {});
    // Kept open until the server is stopped.
    this.connection
      .sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 1 })
      .catch(() => undefined);
    return this.#untilReady();
  }

  async checkAgain(): Promise<Status> {
    this.#status = undefined;
    await this.connection.sendNotification('menderLint/checkWorkspace');
    // A check with the same findings reports only its beginning.
    await this.#until(status => status?.kind === 'checking');
    return this.#untilReady();
  }

  /** The maximum so far, in bytes. */
  peakMemory(): number {
    return 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#process.pid}/status`, 'utf8'))?.[1]);
  }

  /**
   * Milliseconds of processor time so far, of all its threads, ended ones included: proc(5), utime and stime of stat.
   */
  processorTime(): number {
    const fields = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }

  stop(): void {
    this.connection.dispose();
    this.#process.kill();
  }

  async #untilReady(): Promise<Status> {
    await this.#until(status => status?.kind === 'ready');
    return this.#status!;
  }

  #until(holds: (status: Status | undefined) => boolean): Promise<void> {
    if (holds(this.#status)) return Promise.resolve();
    return new Promise(resolve => {
      const look = () => {
        if (!holds(this.#status)) return;
        this.#waiting = this.#waiting.filter(other => other !== look);
        resolve();
      };
      this.#waiting.push(look);
    });
  }
}
