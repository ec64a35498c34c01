/** A client that sends anything to a server process, whole or broken, and records what was answered. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { root } from '../support/build.ts';

export type Channel = 'stdio' | 'ipc';
type Json = Readonly<Record<string, unknown>>;

/** Milliseconds after which a server counts as dead. */
const LONGEST_WAIT = 300_000;

export class RawClient {
  /** Requests that must be answered. */
  readonly unanswered = new Map<unknown, string>();
  answered = 0;
  readonly #channel: Channel;
  readonly #process: ChildProcess;
  readonly #answers = new Map<unknown, (answer: Json) => void>();
  readonly #answerTo: (request: Json) => Json;
  #printed = '';
  #onAnswer: () => void = () => undefined;

  constructor(channel: Channel, answerTo: (request: Json) => Json = () => ({ result: null })) {
    this.#channel = channel;
    this.#answerTo = answerTo;
    const server = join(root, 'dist/server.cjs');
    this.#process =
      channel === 'ipc'
        ? fork(server, ['--node-ipc'], { silent: true })
        : spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
    this.#process.stderr!.on('data', data => {
      this.#printed = `${this.#printed}${data}`.slice(-5000);
    });
    if (channel === 'ipc') this.#process.on('message', message => this.#hear(message as Json));
    else new StreamMessageReader(this.#process.stdout!).listen(message => this.#hear(message as unknown as Json));
  }

  send(message: unknown): void {
    const { id, method } = (message ?? {}) as Json;
    if (method !== undefined && (typeof id === 'string' || Number.isInteger(id)))
      this.unanswered.set(id, JSON.stringify(message).slice(0, 1000));
    if (this.#channel === 'ipc') this.#process.send!(message as object);
    else {
      const body = JSON.stringify(message);
      this.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
  }

  raw(bytes: string): void {
    this.#process.stdin!.write(bytes);
  }

  /** The whole answer, result or error. */
  async ask(id: number, method: string, params: unknown): Promise<Json> {
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Json>((resolve, reject) => {
      this.#answers.set(id, resolve);
      timer = setTimeout(() => reject(new Error(`no answer to ${method}: ${this.#printed}`)), LONGEST_WAIT);
    });
    this.send({ jsonrpc: '2.0', id, method, params });
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Once all requests are answered. */
  async settled(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.#onAnswer = () => {
        if (this.unanswered.size === 0) resolve();
      };
      const left = () => [...this.unanswered.values()].slice(0, 5).join('\n');
      timer = setTimeout(() => reject(new Error(`requests without an answer:\n${left()}`)), LONGEST_WAIT);
      this.#onAnswer();
    });
    clearTimeout(timer);
  }

  /** Bytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  }

  assertAlive(): void {
    assert.equal(this.#process.exitCode ?? this.#process.signalCode, null, this.#printed);
  }

  stop(): void {
    this.#process.kill();
  }

  #hear(message: Json): void {
    const { id, method } = message;
    if (method !== undefined) {
      if (id !== undefined) this.send({ jsonrpc: '2.0', id, ...this.#answerTo(message) });
      return;
    }
    if (this.unanswered.delete(id)) this.answered++;
    this.#answers.get(id)?.(message);
    this.#answers.delete(id);
    this.#onAnswer();
  }
}

export const initializeParams = {
  processId: null,
  rootUri: null,
  capabilities: {
    workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true, configuration: true },
    textDocument: {
      diagnostic: { dynamicRegistration: false },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      publishDiagnostics: { dataSupport: true },
    },
  },
};
