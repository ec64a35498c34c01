/** The program `mender-lint`: how it is read comes first, then what it does. */
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Node 22 and later keep what they have compiled, in the folder for temporary files.
(nodeModule as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

// A run is over in less time than V8 needs to make much of the code faster, and with two cores the threads that do it are in the way of ours.
// The V8 of Node 20 knows this flag; later ones say on standard error that they do not.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=3000000');

void import('./command-line.ts').then(({ main }) => main());
