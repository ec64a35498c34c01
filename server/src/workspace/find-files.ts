/** Finds the files below a root that may have to be checked, by their names. Their content is looked at later. */
import type { OptIn } from '../document/carriers.ts';
import { chooseByName } from '../document/choose.ts';
import type { Limits } from '../options/limits.ts';
import { type FileSystem, joined } from './file-system.ts';
import type { LeftOut } from './left-out.ts';
import { type FolderRules, openFolder, type Place, placeIn, whyFolderLeftOut } from './tree.ts';

export interface Candidates {
  readonly folder: FolderRules;
  readonly names: readonly string[];
  /** To files or folders; what they lead to is not known yet. */
  readonly links: readonly string[];
  /** Number of files that are none, by their names. */
  readonly others: number;
}

export interface FindOptions {
  readonly limits: Limits;
  readonly include?: readonly OptIn[] | undefined;
  /** Roots of their own, which are not walked as part of another. */
  readonly roots: ReadonlySet<string>;
  /** Folders that are walked before others, as soon as they are come by. */
  readonly first?: ReadonlySet<string>;
}

/**
 * Candidates at and below a place, folder by folder, the neighbours of the last one next. What is left out is pruned before it is listed; links to
 * folders are not followed.
 */
export function* findFiles(
  files: FileSystem,
  start: Place,
  { limits, include, roots, first }: FindOptions,
  leftOut: LeftOut,
): Generator<Candidates> {
  const soon: Place[] = [];
  const later = [start];
  const next = () => soon.pop() ?? later.pop();
  let folders = 0;
  let found = 0;
  for (let place = next(); place; place = next()) {
    if (folders++ >= limits.folders) return leftOut.add('folders');
    const folder = openFolder(files, place);
    if (!folder) {
      leftOut.unreadable.push(place.path);
      continue;
    }
    const names: string[] = [];
    const links: string[] = [];
    let others = 0;
    for (const { name, kind } of folder.entries) {
      if (kind === 'folder') {
        const path = joined(folder.path, name);
        if (!roots.has(path) && whyFolderLeftOut(folder, name) === undefined)
          (first?.has(path) ? soon : later).push(placeIn(folder, path));
      } else if (kind === 'other' || chooseByName(name, include) === 'no') {
        others++;
      } else {
        if (found++ >= limits.files) return leftOut.add('files');
        (kind === 'link' ? links : names).push(name);
      }
    }
    // Without the entries: a tree of half a million files would be kept in memory.
    const { entries: _, ...rules } = folder;
    yield { folder: rules, names, links, others };
  }
}
