/** The archives that executables are handed out in: the same files are the same bytes, whenever they are packed. */
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { pack } from 'tar-stream';

export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly isProgram?: boolean;
}

export async function tarGz(files: readonly ArchivedFile[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, content, isProgram } of files)
    archive.entry({ name, mode: isProgram ? 0o755 : 0o644, mtime: new Date(0) }, content);
  archive.finalize();
  return gzipSync(await buffer(archive));
}

export function zip(files: readonly ArchivedFile[]): Buffer {
  // The first that zip can say, in any time zone: it has none.
  const mtime = new Date(1980, 0, 1);
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ name, content }) => [name, content])), { mtime }));
}
