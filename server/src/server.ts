/** The language server as a program: over standard input and output unless the arguments name another channel. */
import { createHash } from 'node:crypto';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { FramedInput } from './host/framed-input.ts';
import { filesWithWorker } from './host/scan-worker-thread.ts';
import { gated } from './lsp/gate.ts';
import { serve } from './lsp/server.ts';
import { stackOf } from './workspace/internal-error.ts';

const connection = connected();
// An unforeseen error is a bug in one answer, and no reason to stop all others.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => connection.console.error(`${event}: ${stackOf(error)}`));
serve(connection, filesWithWorker, {
  runtime: {
    name: `Node.js ${process.versions.node}, ${process.platform} ${process.arch}`,
    // Not meant to keep secrets.
    keyOf: text => createHash('sha1').update(text).digest('base64'),
    sources: async () => (await import('./sources.ts')).sourceReader,
  },
});

function connected(): Connection {
  const [channel] = process.argv.flatMap(
    argument => /^--(stdio|node-ipc|socket|pipe)(?:=|$)/.exec(argument)?.[1] ?? [],
  );
  if (channel === 'socket' || channel === 'pipe') return createConnection(ProposedFeatures.all);
  if (channel === 'node-ipc') {
    // The parent may live on without its end of the channel.
    process.on('disconnect', () => process.exit(1));
    return guardedBy(new IPCMessageReader(process), new IPCMessageWriter(process));
  }
  process.stdin.on('end', () => process.exit(1));
  return guardedBy(
    new StreamMessageReader(process.stdin.pipe(new FramedInput(drop))),
    new StreamMessageWriter(process.stdout),
  );
}

function guardedBy(reader: MessageReader, writer: MessageWriter): Connection {
  return createConnection(ProposedFeatures.all, gated(reader, writer, drop), writer);
}

function drop(why: string): void {
  console.error(`mender-lint: a message was dropped: ${why}`);
}
