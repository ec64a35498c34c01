/** A layout of OCI in a folder (image-layout.md of image-spec): its contents, as if it were a tar archive. */
import { type FileSystem, joined } from '../file-system.ts';
import type { ArchiveDecoders, TarEntry } from './decoders.ts';

const descriptions: readonly string[] = ['oci-layout', 'index.json'];

export function isLayout(files: FileSystem, folder: string): boolean {
  return descriptions.every(name => files.kindOf(joined(folder, name)) === 'file');
}

export async function* layoutEntries(
  files: FileSystem,
  decoders: ArchiveDecoders,
  folder: string,
): AsyncIterable<TarEntry> {
  const filesIn = (path: string) =>
    (files.list(joined(folder, path)) ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => `${path}/${name}`);
  const algorithms = (files.list(joined(folder, 'blobs')) ?? []).filter(({ kind }) => kind === 'folder');
  for (const name of [...descriptions, ...algorithms.flatMap(each => filesIn(`blobs/${each.name}`))])
    yield { name, kind: 'file', target: '', body: decoders.open(joined(folder, name)) };
}
