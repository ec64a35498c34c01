/** From here on, loaded modules treat the system as Windows, as far as paths are concerned. */
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

Object.defineProperty(process, 'platform', { value: 'win32' });
Object.assign(path, path.win32);
syncBuiltinESMExports();
