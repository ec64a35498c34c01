/**
 * Calls functions on paths as on Windows, whatever the system, and prints the results: a separate program, since
 * modules detect the system when they are loaded. Its argument is a list of `[function, arguments...]` as JSON.
 */
import './as-windows.ts';
import { artifactLocation } from '../../server/src/cli/formats/artifact-location.ts';
import { absolute } from '../../server/src/cli/scan.ts';
import { filePathOf, uriOf } from '../../server/src/lsp/uris.ts';
import { commonFolder, folderOf, nameOf } from '../../server/src/workspace/paths.ts';

const functions = { absolute, artifactLocation, filePathOf, uriOf, commonFolder, folderOf, nameOf };
export type Call = {
  [Name in keyof typeof functions]: [Name, ...Parameters<(typeof functions)[Name]>];
}[keyof typeof functions];

const calls = JSON.parse(process.argv[2]!) as readonly Call[];
const results = calls.map(([name, ...args]) => (functions[name] as (...args: unknown[]) => unknown)(...args) ?? null);
console.log(JSON.stringify(results));
