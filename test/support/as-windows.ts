/** From here on, modules that are loaded take the system for Windows, as far as paths go. */
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

Object.defineProperty(process, 'platform', { value: 'win32' });
Object.assign(path, path.win32);
syncBuiltinESMExports();
