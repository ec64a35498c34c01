/** Paths of the machine as uris, written the way VS Code writes them, and back. */
import { URI } from 'vscode-uri';

/** The separator of paths on this machine, according to the library. */
const separator = URI.file('/').fsPath;

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** With forward slashes; undefined for anything but a file of this machine. */
export function filePathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const path = URI.parse(uri).fsPath.replaceAll(separator, '/');
  return path.length > 1 ? path.replace(/(?<!^[A-Za-z]:)\/$/, '') : path;
}
