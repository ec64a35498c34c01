/** Patches as `git diff` writes them, for `git apply` and `patch -p1`. */
import { formatPatch, structuredPatch } from 'diff';
import { below } from '../workspace/file-system.ts';
import { repositoryOf } from '../workspace/repository.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

/**
 * Paths are relative to the root of the repository around the file, or else to the current folder, or else to the root
 * of all files. Links are resolved.
 */
export function patch(
  { files, cwd }: Pick<CliContext, 'files' | 'cwd'>,
  path: string,
  before: string,
  after: string,
): string {
  const whole = absolute(cwd, path);
  const real = files.realPath(whole) ?? whole;
  const here = absolute(cwd, '.');
  const root = repositoryOf(files, real) ?? files.realPath(here) ?? here;
  const shown = below(root, real) ?? real.replace(/^\/+/, '');
  const structured = structuredPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, { context: 3 });
  const written = formatPatch({ ...structured, isGit: true });
  const bytes = files.bytesOfPath?.(real);
  return bytes ? withName(written, lastOf(bytes, shown.split('/').length)) : written;
}

/** Writes a name that is not UTF-8 as git does (git-config(1), `core.quotePath`): bytes as octal numbers. */
function withName(patch: string, name: Uint8Array): string {
  const [a, b] = [quoted('a/', name), quoted('b/', name)];
  const body = patch.slice(patch.indexOf('@@'));
  return `diff --git ${a} ${b}\n--- ${a}\n+++ ${b}\n${body}`;
}

const letters = new Map([...'abtnvfr'].map((letter, index) => [index + 7, `\\${letter}`]));

function quoted(side: string, name: Uint8Array): string {
  const shown = Array.from(name, byte => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    return byte >= 0x20 && byte < 0x7f ? character : (letters.get(byte) ?? `\\${byte.toString(8).padStart(3, '0')}`);
  });
  return `"${side}${shown.join('')}"`;
}

/** The last `parts` parts of a path. */
function lastOf(path: Uint8Array, parts: number): Uint8Array {
  let start = path.length;
  for (let left = parts; left > 0; left--) start = path.lastIndexOf(SLASH, start - 1);
  return path.subarray(start + 1);
}

const SLASH = 0x2f;
