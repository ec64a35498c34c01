/** The location of a file in SARIF (3.4). */
import { isAbsolute } from 'node:path';

/** The base of the uris of files below the root. */
export const ROOT = '%SRCROOT%';

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** A path that begins with the root, a drive or a server is absolute (RFC 8089, E.2 and E.3). */
export function artifactLocation(path: string): ArtifactLocation {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (!isAbsolute(path)) return { uri, uriBaseId: ROOT };
  if (path.startsWith('//')) return { uri: `file:${uri}` };
  return { uri: path.startsWith('/') ? `file://${uri}` : `file:///${uri.replace('%3A', ':')}` };
}
