/** Paths of the machine as uris, written the way VS Code writes them, and back. */
import { URI } from 'vscode-uri';

/** What paths of this machine have between their parts, in the eyes of the library. */
const separator = URI.file('/').fsPath;

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** With forward slashes; undefined for what is no file of this machine. */
export function filePathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const path = URI.parse(uri).fsPath.replaceAll(separator, '/');
  return path.length > 1 ? path.replace(/(?<!^[A-Za-z]:)\/$/, '') : path;
}
