/** The thread that opens files for a scan, as a bundle of its own: it has nothing else to load. */
import { parentPort } from 'node:worker_threads';
import { openFiles } from './host/open-files.ts';

parentPort?.on('message', (asked: Parameters<typeof openFiles>) => parentPort?.postMessage(openFiles(...asked)));
