/** The language server as a process. */
import { type ChildProcess, fork } from 'node:child_process';

/**
 * V8 takes them at its start alone. Half a minute after a scan, when nothing is done, it would look for garbage three times more, which
 * takes 100 ms and gives nothing back.
 */
export const nodeArguments: readonly string[] = ['--no-memory-reducer'];

/** https://nodejs.org/api/process.html#exit-codes */
const INVALID_ARGUMENT = 9;

/** Whether the Node of this VS Code starts with them: the flags of V8 come and go. */
let areKnown = true;

/** Milliseconds that a server may take to end after it was told to. */
const GRACE = 2000;

export interface ServerFiles {
  /** The server's bundle. */
  readonly module: string;
  /** Folder for what was compiled of it: the next one comes up sooner, from Node 22 on, and the next first look anywhere. */
  readonly compiled: string;
}

/** Where the server does not start for what it is given, the next one is given nothing. */
export function forkServer({ module, compiled }: ServerFiles, given = nodeArguments): ChildProcess {
  const server = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    // The extension host may be Electron, and debugged.
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: areKnown ? [...given] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  server.on('error', console.error);
  server.once('exit', code => {
    areKnown &&= code !== INVALID_ARGUMENT;
  });
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
