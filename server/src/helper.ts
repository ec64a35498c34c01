/** The thread that lists folders and opens files for a scan, as a bundle of its own: it has nothing else to load. */
import { parentPort } from 'node:worker_threads';
import type { Question } from './host/helping-thread.ts';
import { packedListing } from './host/listings.ts';
import { openFiles } from './host/open-files.ts';

parentPort?.on('message', ({ list, open }: Question) => {
  parentPort?.postMessage(list ? list.map(packedListing) : openFiles(...open));
});
