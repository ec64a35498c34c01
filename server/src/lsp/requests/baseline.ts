/** `menderLint/baseline`: the current content of a baseline for a folder of the workspace, for the editor to write. */

import { countsOf, stillFound } from '../../findings/baseline.ts';
import { type CheckOptions, check, withoutBaseline } from '../../findings/check.ts';
import { BASELINE_FILE, type Baseline, baselineText, totalOf } from '../../options/baseline-file.ts';
import { below, type FileSystem, joined } from '../../workspace/file-system.ts';
import { BASELINE, type BaselineFile, type BaselineParams } from '../messages.ts';
import { isCheckedScheme } from '../schemes.ts';
import { optionsOf, type Session } from '../session.ts';
import { filePathOf, uriOf } from '../uris.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Counts = Map<string, ReadonlyMap<string, number>>;

export function serveBaseline(session: Session, workspace: Workspace, files: FileSystem): void {
  session.connection.onRequest(
    BASELINE,
    async ({ uri, prune = false }: BaselineParams, token): Promise<BaselineFile | null> => {
      const asked = filePathOf(uri);
      if (asked === undefined || !workspace.isBelow(asked, undefined)) return null;
      const before = await session.settled(() => session.projects.baselineAt(asked));
      const folder = before?.folder ?? asked;
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const counts: Counts = new Map();
      const seen = new Set<string>();
      const add = (path: string, found: ReadonlyMap<string, number>) => {
        seen.add(path);
        const relative = below(folder, path);
        if (relative !== undefined && found.size > 0) counts.set(relative, found);
      };
      await workspace.gather(folder, {
        signal: stop.signal,
        isHeld: path => session.documents.at(path) !== undefined,
        take: ({ path, document, findings }) => add(path, countsOf(document, findings)),
      });
      await addOpen(session, workspace, folder, add);
      if (token.isCancellationRequested) return null;
      // Entries are dropped only if they are known to be gone: where something was skipped, existing files keep theirs.
      const isWhole = workspace.state().leftOut.length === 0;
      const isThere = (relative: string) => files.kindOf(joined(folder, relative)) === 'file';
      const unseen = [...(before?.known ?? [])].filter(
        ([relative]) => !isWhole && !seen.has(joined(folder, relative)) && !counts.has(relative),
      );
      const kept = await session.settled(() => unseen.filter(([relative]) => isThere(relative)));
      for (const [relative, known] of kept) counts.set(relative, known);
      const known = before?.known ?? new Map();
      const after = prune ? pruned(known, counts) : counts;
      return {
        uri: uriOf(joined(folder, BASELINE_FILE)),
        text: baselineText(after),
        findings: totalOf(after),
        files: after.size,
        before: totalOf(known),
      };
    },
  );
}

function pruned(known: Baseline, counts: Counts): Baseline {
  const left = [...known].map(([path, entries]) => [path, stillFound(entries, counts.get(path) ?? new Map())] as const);
  return new Map(left.filter(([, entries]) => entries.size > 0));
}

/** The text in an editor counts, not the one on disk. */
async function addOpen(
  session: Session,
  workspace: Workspace,
  folder: string,
  add: (path: string, found: ReadonlyMap<string, number>) => void,
): Promise<void> {
  for (const document of session.documents.all()) {
    const path = filePathOf(document.uri);
    if (path === undefined || !workspace.isBelow(path, folder) || !isCheckedScheme(document.uri)) continue;
    const options: CheckOptions & { readonly enable: boolean } = withoutBaseline(await optionsOf(session, document));
    add(path, options.enable ? countsOf(document, check(document, options)) : new Map());
  }
}
