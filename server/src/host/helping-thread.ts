/** A thread that opens files while this one does something else. */
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { FileHelper, FileSystem, Opened } from '../workspace/file-system.ts';
import { nodeFiles } from './node-files.ts';

interface Asked {
  readonly resolve: (opened: Opened) => void;
  readonly reject: (error: unknown) => void;
}

/** The file system of the machine with a helper; `script` is the bundle of `helper.ts`. */
export function filesWithHelp(script: string): FileSystem {
  return { ...nodeFiles, helper: () => helpingThread(script) };
}

function helpingThread(script: string): FileHelper {
  const worker = new Worker(script, {
    env: SHARE_ENV,
    execArgv: [],
    // Files are closed as soon as they are read: nobody has to keep account of them.
    trackUnmanagedFds: false,
    // What it has read is garbage at once, which must not pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  // Answers come in the order of the questions.
  const asked: Asked[] = [];
  let failure: unknown;
  const fail = (error: unknown) => {
    failure = error;
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on('message', (opened: Opened) => asked.shift()?.resolve(opened));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread has ended')));
  return {
    open(...question) {
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        worker.postMessage(question);
      });
    },
    close: () => void worker.terminate(),
  };
}
