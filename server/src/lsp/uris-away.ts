/**
 * Replaces `uris.ts` where files are read through the client, with any scheme: paths begin with scheme and authority,
 * as if there were one big disk.
 */
import { URI } from 'vscode-uri';

export function uriOf(path: string): string {
  const [, scheme = 'file', authority = '', rest = ''] = /^\/([^:/]+):([^/]*)(.*)$/.exec(path) ?? [];
  return URI.from({ scheme, authority: decodeURIComponent(authority), path: rest === '' ? '/' : rest }).toString();
}

/** Undefined for a document that is not saved anywhere yet. */
export function filePathOf(uri: string): string | undefined {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme === 'untitled' || !path.startsWith('/')) return undefined;
  return `/${scheme}:${encodeURIComponent(authority)}${path.replace(/\/$/, '')}`;
}
