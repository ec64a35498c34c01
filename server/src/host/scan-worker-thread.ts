/** Starts the worker thread that lists folders and opens files for a scan. */
import { SHARE_ENV } from 'node:worker_threads';
import type { FileWorker, Opened, WritableFileSystem } from '../workspace/file-system.ts';
import { startBundle } from './bundles.ts';
import { unpackedListing } from './listings.ts';
import { nodeFiles } from './node-files.ts';

/** Requests to the thread; it answers `list` with packed listings. */
export type WorkerRequest =
  | { readonly list: readonly string[]; readonly open?: never }
  | { readonly list?: never; readonly open: Parameters<FileWorker['open']> };

interface Asked {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The file system of the machine with a worker. */
export const filesWithWorker: WritableFileSystem = { ...nodeFiles, startWorker: startScanWorker };

function startScanWorker(): FileWorker {
  const worker = startBundle('scan-worker', {
    env: SHARE_ENV,
    execArgv: [],
    // Files are closed as soon as they are read: nobody must track them.
    trackUnmanagedFds: false,
    // What it has read is garbage at once, and must not pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  // Answers come in the order of the requests.
  const asked: Asked[] = [];
  let failure: unknown;
  const fail = (error: unknown) => {
    failure = error;
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on('message', answer => asked.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread has ended')));
  const ask = (question: WorkerRequest) =>
    new Promise<unknown>((resolve, reject) => {
      if (failure) return reject(failure);
      asked.push({ resolve, reject });
      worker.postMessage(question);
    });
  return {
    ready: new Promise((resolve, reject) => {
      worker.once('online', resolve);
      worker.once('error', reject);
    }),
    async list(folders) {
      const packed = (await ask({ list: folders })) as readonly (string | undefined)[];
      return packed.map(listing => (listing === undefined ? undefined : unpackedListing(listing)));
    },
    open: async (...open) => (await ask({ open })) as Opened,
    close: () => void worker.terminate(),
  };
}
