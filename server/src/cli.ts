/** The program `mender-lint`: the command line with the streams, files and current folder of this process. */
import { run } from './cli/run.ts';
import { exitCodes } from './cli/streams.ts';
import { uptime } from './cli/uptime.ts';
import { decode } from './host/node-files.ts';
import { filesWithWorker } from './host/scan-worker-thread.ts';

const context = {
  files: filesWithWorker,
  // A separate bundle: few runs read archives.
  archives: async () => (await import('./archives.ts')).archiveDecoders,
  sources: async () => (await import('./sources.ts')).sourceReader,
  // Read when it is needed: it may have been removed, and help and version do not need it.
  get cwd() {
    return process.cwd();
  },
  out: (text: string, encoding?: 'utf-8' | 'latin1') => void heardOrNot(process.stdout, outFails).write(text, encoding),
  err: (text: string) => void heardOrNot(process.stderr, fails).write(text),
  input: async () => decode(Buffer.concat(await process.stdin.toArray())),
  env: process.env,
  terminals: {
    ...(process.stdout.isTTY ? { out: process.stdout } : {}),
    ...(process.stderr.isTTY ? { err: process.stderr } : {}),
  },
  now: uptime,
};

void run(process.argv.slice(2), context, { serve }).then(code => {
  process.exitCode = process.exitCode === exitCodes.failure ? exitCodes.failure : code;
});

type OnError = (error: NodeJS.ErrnoException) => void;

function heardOrNot(stream: NodeJS.WriteStream, onError: OnError): NodeJS.WriteStream {
  return stream.off('error', onError).on('error', onError);
}

/** `head` exits as soon as it has seen enough: that must neither leave files half fixed, nor change the exit code. */
function fails({ code }: NodeJS.ErrnoException): void {
  if (code !== 'EPIPE') process.exitCode = exitCodes.failure;
}

/** A report that nobody receives is lost, even if it is empty. */
function outFails(error: NodeJS.ErrnoException): void {
  fails(error);
  if (error.code !== 'EPIPE') context.err(`mender-lint: cannot write to standard output: ${error.code}\n`);
}

async function serve(): Promise<void> {
  // A separate bundle, so that checking files loads no protocol. It serves as soon as it is loaded.
  await import('./server.ts');
  // The server ends the process itself when the client disconnects.
  await new Promise(() => undefined);
}
