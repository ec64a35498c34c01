/** Starts and ends the language server as a process. */
import { type ChildProcess, fork } from 'node:child_process';

/** Milliseconds that a server may take to end after the request. */
const GRACE = 2000;

/** `module` is the bundle of the server, `execArgv` are options of Node. */
export function forkServer(module: string, execArgv: readonly string[] = []): ChildProcess {
  const server = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    // The extension host may be Electron, and have options of its own when it is debugged.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  server.on('error', console.error);
  return server;
}

/** Ends a server that should have ended, and hangs. */
export function endServer(server: ChildProcess): void {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const timer = setTimeout(() => server.kill('SIGKILL'), GRACE);
  server.once('exit', () => clearTimeout(timer));
}
