/**
 * Files that contain other files, recognised by their first bytes or their names. Some are read as if they were folders
 * (`archive/read-archive.ts`); naming any other is reported.
 */
import { artifactFile } from '../mender/file-names.ts';
import { nameOf } from './paths.ts';

/** Includes its kind, in words that follow "it is". */
export type Archive = `archive: ${string}`;

const prefix = 'archive: ';

interface ArchiveKind {
  /** Follows "it is". */
  readonly name: string;
  readonly extensions: readonly string[];
  /** The file contains one of these at an offset; each byte is one character. */
  readonly magic?: readonly (readonly [offset: number, bytes: string])[];
  /** How it is read, if it is. */
  readonly format?: Format;
}

export type Compression = 'gzip' | 'xz' | 'zstd';

/** `tar`: contents are there as they are; all others must be unpacked first. */
export type Format = 'tar' | Compression;

/** magic(5), and for ext file systems their superblock at 1024 with its mark at 56. */
const kinds: readonly ArchiveKind[] = [
  { name: artifactFile.what, extensions: [artifactFile.extension], format: 'tar' },
  { name: 'a Debian package', extensions: ['deb', 'udeb'], magic: [[0, '!<arch>\ndebian-binary']] },
  { name: 'a package', extensions: ['rpm', 'ipk', 'apk'], magic: [[0, '\xed\xab\xee\xdb']] },
  { name: 'a tar archive', extensions: ['tar'], magic: [[257, 'ustar']], format: 'tar' },
  { name: 'a gzip archive', extensions: ['gz', 'tgz'], magic: [[0, '\x1f\x8b']], format: 'gzip' },
  { name: 'an xz archive', extensions: ['xz', 'txz'], magic: [[0, '\xfd7zXZ\0']], format: 'xz' },
  { name: 'a bzip2 archive', extensions: ['bz2', 'tbz', 'tbz2'], magic: [[4, '1AY&SY']] },
  { name: 'a Zstandard archive', extensions: ['zst', 'tzst'], magic: [[0, '\x28\xb5\x2f\xfd']], format: 'zstd' },
  { name: 'an LZ4 archive', extensions: ['lz4'], magic: [[0, '\x04\x22\x4d\x18']] },
  { name: 'an LZMA archive', extensions: ['lzma'] },
  {
    name: 'a zip archive',
    extensions: ['zip', 'jar', 'war', 'whl'],
    magic: [
      [0, 'PK\x03\x04'],
      [0, 'PK\x05\x06'],
    ],
  },
  { name: 'a 7-Zip archive', extensions: ['7z'], magic: [[0, '7z\xbc\xaf\x27\x1c']] },
  { name: 'a RAR archive', extensions: ['rar'], magic: [[0, 'Rar!\x1a\x07']] },
  {
    name: 'a cpio archive',
    extensions: ['cpio'],
    magic: [
      [0, '070701'],
      [0, '070702'],
    ],
  },
  {
    name: 'an image of a file system',
    extensions: ['squashfs', 'ext2', 'ext3', 'ext4', 'ubi', 'ubifs', 'ubifsimg', 'jffs2', 'iso'],
    magic: [
      [0, 'hsqs'],
      [0, 'sqsh'],
      [0, 'UBI#'],
      [0, '\x31\x18\x10\x06'],
      [1080, '\x53\xef'],
      [32_769, 'CD001'],
    ],
  },
  {
    name: 'an image of a disk',
    extensions: ['img', 'wic', 'sdimg', 'uefiimg', 'biosimg', 'gptimg', 'qcow2', 'vmdk', 'vdi'],
    magic: [
      [0, 'QFI\xfb'],
      [0, 'KDMV'],
      [0, '\x3a\xff\x26\xed'],
      [512, 'EFI PART'],
    ],
  },
];

/** Undefined for any other file. `start`: the beginning of the file. */
export function archiveAt(path: string, start: Uint8Array): Archive | undefined {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  // An extension alone is the name of a program.
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  const found =
    kinds.find(({ extensions }) => extensions.includes(extension)) ??
    kinds.find(({ magic = [] }) => magic.some(([offset, bytes]) => hasAt(start, offset, bytes)));
  return found && `${prefix}${found.name}`;
}

/** Number of bytes at the beginning of a file that identify it. */
export const TELLING = Math.max(...kinds.flatMap(({ magic = [] }) => magic.map(([at, bytes]) => at + bytes.length)));

/** How an archive is read, by its name; undefined when it is not read. */
export function formatOf(archive: Archive): Format | undefined {
  const name = archiveName(archive);
  return kinds.find(kind => kind.name === name)?.format;
}

/** Whether a file with this name is read as an archive. */
export function isReadArchive(path: string): boolean {
  const archive = archiveAt(path, new Uint8Array(0));
  return archive !== undefined && formatOf(archive) !== undefined;
}

/** The kind of an archive; undefined for any other description of a file. */
export function archiveName(said: string): string | undefined {
  return said.startsWith(prefix) ? said.slice(prefix.length) : undefined;
}

function hasAt(start: Uint8Array, offset: number, bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) if (start[offset + at] !== bytes.charCodeAt(at)) return false;
  return true;
}
