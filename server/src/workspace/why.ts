/** Why a file is checked or not, in a sentence for people. Asks what a scan asks, in the same order. */
import { type OptIn, optIns } from '../document/carriers.ts';
import { chooseByName } from '../document/choose.ts';
import { isIncluded } from '../document/classify.ts';
import { createDocument } from '../document/document.ts';
import type { FileSystem, Unread } from './file-system.ts';
import { howToRead } from './how-to-read.ts';
import { folderOf, nameOf } from './paths.ts';
import { Folders, type Root, whyFileLeftOut } from './tree.ts';

export interface Why {
  readonly checked: boolean;
  /** Follows "It is checked: it is a " or "It is not checked: it is ". */
  readonly why: string;
}

interface WhyOptions {
  /** Bytes of a file. */
  readonly limit: number;
  readonly include: readonly OptIn[] | undefined;
}

/** `root` is the one that the file is in; without one it is looked at for itself. */
export function whyChecked(
  files: FileSystem,
  root: Root | undefined,
  path: string,
  { limit, include }: WhyOptions,
): Why {
  const not = (why: string): Why => ({ checked: false, why });
  const name = nameOf(path);
  let projectWords: readonly string[] | undefined;
  if (root) {
    const folders = new Folders(files, root);
    const folder = folders.open(folderOf(path));
    if (typeof folder === 'string') return not(folder);
    projectWords = folder.projectWords;
    const kind = folders.kindIn(folder, name);
    if (kind === undefined) return not('not there');
    if (kind === 'folder' || kind === 'other')
      return not(`a ${kind === 'folder' ? 'folder' : 'device, socket or pipe'}`);
    const real = kind === 'link' ? files.realPath(path) : undefined;
    if (real !== undefined && real !== path) return not(`a link; what it leads to is ${real}`);
    const why = whyFileLeftOut(folder, name);
    if (why !== undefined) return not(why);
  }
  const choice = chooseByName(name, include);
  if (choice === 'no')
    return not(
      chooseByName(name, optIns) === 'no'
        ? 'of a kind that Mender Lint does not read, by its extension'
        : 'of a kind that is checked only when the option `include` names it, by its extension',
    );
  const content = files.read(path, root ? { ...howToRead(name, limit, projectWords), isNamed: true } : { limit });
  if (typeof content === 'string') return not(unread[content]);
  const { kind } = createDocument({ uri: path, path, text: content.text });
  if (kind && !isIncluded(kind, include))
    return not(`${kind.why}, which is checked only when \`${kind.optIn}\` is included`);
  return kind
    ? { checked: true, why: kind.why }
    : not('neither a shell script, a unit file nor a mender.conf, by its name and first line');
}

const unread: Readonly<Record<Unread, string>> = {
  unreadable: 'not readable',
  'too-large': 'larger than the limit `fileSize`',
  binary: 'binary',
  'without-words': 'silent about Mender: the word is not in it',
};
