// Packs the extension with vsce, in the same bytes whenever it is packed of the same files: `node pack.mjs [FILE]`.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = name => fileURLToPath(new URL(name, import.meta.url));
const [out = path('out/mender-lint.vsix')] = process.argv.slice(2);
// Else the dates are those of the disk, and the order that in which it was read. The second day that a zip can name is one in
// any time zone.
const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(1980, 0, 2) / 1000), TZ: 'UTC', LC_ALL: 'C' };
// `--no-dependencies`: all are bundled.
const args = [path('node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', out];
execFileSync(process.execPath, args, { cwd: path('.'), env, stdio: ['ignore', 'ignore', 'inherit'] });
