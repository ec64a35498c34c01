/** The language server as a process. */
import { type ChildProcess, fork } from 'node:child_process';

/**
 * V8 takes them at its start alone. Half a minute after a scan, when nothing is done, it would look for garbage three times more, which
 * takes 100 ms and gives nothing back.
 */
export const nodeArguments = ['--no-memory-reducer'];

/** Milliseconds that a server may take to end after it was told to. */
const GRACE = 2000;

export interface ServerFiles {
  /** The server's bundle. */
  readonly module: string;
  /** Folder for what Node 22 compiled: the next server comes up sooner. Node 20 knows no such thing. */
  readonly compiled: string;
}

export function forkServer({ module, compiled }: ServerFiles): ChildProcess {
  const server = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    // The extension host may be Electron, and debugged.
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: nodeArguments,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  server.on('error', console.error);
  return server;
}

export function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

/** Ends one that was told to end, and hangs. */
export function endServer(server: ChildProcess): void {
  if (!isRunning(server)) return;
  const timer = setTimeout(() => server.kill('SIGKILL'), GRACE);
  server.once('exit', () => clearTimeout(timer));
}
