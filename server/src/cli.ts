/** The program `mender-lint`: how it is read comes first, then what it does. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type * as CommandLine from './command-line.ts';
import { cacheFolder } from './host/caches.ts';
import { requireKept } from './host/kept-code.ts';

// A run is over in less time than V8 needs to make much of the code faster, and with two cores the threads that do it are in the way of ours.
// The V8 of Node 20 knows this flag; later ones say on standard error that they do not.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=3000000');

const { exports, keep } = requireKept(join(__dirname, 'command-line.cjs'), cacheFolder('compiled'));
if (['check', 'fix'].includes(process.argv[2] ?? '')) process.once('exit', keep);
void (exports as typeof CommandLine).main();
