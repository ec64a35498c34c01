/**
 * Entry point of the worker thread that lists folders and opens files for a scan. A separate bundle, so that it loads
 * nothing else.
 */
import { parentPort } from 'node:worker_threads';
import { packedListing } from './host/listings.ts';
import { openFiles } from './host/open-files.ts';
import type { WorkerRequest } from './host/scan-worker-thread.ts';

parentPort?.on('message', ({ list, open }: WorkerRequest) => {
  parentPort?.postMessage(list ? list.map(packedListing) : openFiles(...open));
});
