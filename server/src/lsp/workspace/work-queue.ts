/** Queue of work on the workspace, without work that other work includes. */
import { isBelow } from '../../workspace/paths.ts';

/** A folder with all below it, or a single file. */
export interface Work {
  readonly kind: 'scan' | 'file';
  readonly path: string;
}

/** A scan does all below it that belongs to the same root. */
export function coalesced(
  waiting: readonly Work[],
  rootOf: (path: string) => unknown,
): Readonly<Record<'scans' | 'files', readonly string[]>> {
  const scans = new Map<unknown, Set<string>>();
  for (const { kind, path } of waiting) {
    if (kind !== 'scan') continue;
    const root = rootOf(path);
    scans.set(root, (scans.get(root) ?? new Set()).add(path));
  }
  const of = (kind: Work['kind']) =>
    waiting
      .filter(work => work.kind === kind && !isBelow(work.path, scans.get(rootOf(work.path)) ?? new Set()))
      .map(({ path }) => path);
  return { scans: of('scan'), files: of('file') };
}
