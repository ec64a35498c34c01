/** Paths of the machine as uris, written the way VS Code writes them, and back. */
import { sep } from 'node:path';
import { URI } from 'vscode-uri';

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** With forward slashes; undefined for what is no file of this machine. */
export function filePathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const path = URI.parse(uri).fsPath.replaceAll(sep, '/');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
