/**
 * Build folders, recognised by their contents: their names are the user's choice, and no ignore file need list them.
 * They never contain a product's own sources.
 */
import { convertFolder } from '../mender/file-names.ts';
import { type Entry, type FileSystem, joined } from './file-system.ts';

/** Why an entry of this folder is skipped, in words that follow "because it is"; undefined when it is not. */
export type LeavesOut = (name: string) => string | undefined;

/**
 * `isRoot`: the user opened the folder to see something of it, so entries are skipped only if their names decide it.
 */
export function buildFolder(
  files: FileSystem,
  folder: string,
  entries: readonly Entry[],
  isRoot: boolean,
): LeavesOut | undefined {
  if (!entries.some(({ name }) => telltales.has(name) || name.endsWith('.done'))) return undefined;
  const kinds = new Map(entries.map(({ name, kind }) => [name, kind]));
  return (
    (isRoot ? undefined : (bitbakeTemporary(kinds) ?? bitbakeDownloads(kinds))) ??
    bitbakeBuild(files, folder, kinds, isRoot) ??
    buildrootOutput(kinds, isRoot) ??
    menderConvert(kinds)
  );
}

/** A folder without one of these is none of the build folders. */
const telltales = new Set<string>(['abi_version', 'conf', 'host', ...convertFolder.scripts]);

type Kinds = ReadonlyMap<string, Entry['kind']>;

/** bitbake.conf: TMPDIR. Both files are written by sanity.bbclass when a build starts. */
function bitbakeTemporary(kinds: Kinds): LeavesOut | undefined {
  if (kinds.get('abi_version') !== 'file' || kinds.get('saved_tmpdir') !== 'file') return undefined;
  return () => 'in the folder of a BitBake build (TMPDIR)';
}

/** bitbake.conf: DL_DIR. The fetcher writes a stamp next to each file that has arrived completely. */
function bitbakeDownloads(kinds: Kinds): LeavesOut | undefined {
  for (const name of kinds.keys())
    if (name.endsWith('.done') && kinds.has(name.slice(0, -'.done'.length)))
      return () => 'among the downloads of BitBake (DL_DIR)';
  return undefined;
}

/**
 * Where `oe-init-build-env` ran; the layers are elsewhere, except for users who build in the folder of their layers.
 */
function bitbakeBuild(files: FileSystem, folder: string, kinds: Kinds, isRoot: boolean): LeavesOut | undefined {
  if (!kinds.has('conf') || files.kindOf(joined(folder, 'conf/bblayers.conf')) !== 'file') return undefined;
  const why = 'in the build folder of BitBake';
  if (isRoot) return name => (/^(?:tmp(?:-.*)?|sstate-cache|downloads|cache)$/.test(name) ? why : undefined);
  return name => (name === 'conf' ? undefined : why);
}

/** Buildroot user manual, "Build output". */
export const buildrootMakes: readonly string[] = ['build', 'host', 'images', 'target'];

function buildrootOutput(kinds: Kinds, isRoot: boolean): LeavesOut | undefined {
  if (!buildrootMakes.every(name => kinds.get(name) === 'folder')) return undefined;
  return name => (isRoot && !buildrootMakes.includes(name) ? undefined : 'in the output folder of Buildroot');
}

function menderConvert(kinds: Kinds): LeavesOut | undefined {
  const { scripts, made, reason } = convertFolder;
  if (!scripts.some(name => kinds.get(name) === 'file')) return undefined;
  return name => (made.some(other => other === name) ? reason : undefined);
}
