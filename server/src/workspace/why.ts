/** Why a file is checked or not, in a sentence for people. Runs the same tests as a scan, in the same order. */

import { mentionIn } from '../findings/mention.ts';
import { whyReadInPart } from '../findings/read-in-part.ts';
import { type Classification, isIncluded } from '../languages/classify.ts';
import { createDocument } from '../languages/document.ts';
import type { NameSelection } from '../languages/marked-names.ts';
import { type OptIn, optIns } from '../languages/opt-ins.ts';
import { selectByName } from '../languages/select-by-name.ts';
import { clientConfiguration } from '../mender/file-names.ts';
import { type Archive, archiveName, formatOf } from './archives.ts';
import { linkOfMender } from './check-link.ts';
import type { FileSystem, Unread } from './file-system.ts';
import { folderOf, nameOf } from './paths.ts';
import { readNamed } from './read-named.ts';
import { Folders, type Root, whyFileLeftOut, whyRootLeftOut } from './tree.ts';

export interface Why {
  readonly checked: boolean;
  /** Follows "It is checked: it is a " or "It is not checked: it is ". */
  readonly why: string;
}

interface WhyOptions {
  /** Bytes of a file. */
  readonly limit: number;
  readonly include: readonly OptIn[] | undefined;
  /** Custom words for a file that is checked separately. */
  readonly projectWords?: readonly string[] | undefined;
  /** The releases of Yocto that a file is checked for, and who says so; continues the description of the file. */
  readonly yocto?: string | undefined;
}

/** `root` is the one around the file; without one the file is judged separately. */
export function whyChecked(
  files: FileSystem,
  root: Root | undefined,
  path: string,
  { limit, include, ...options }: WhyOptions,
): Why {
  const not = (why: string): Why => ({ checked: false, why });
  const name = nameOf(path);
  let { projectWords } = options;
  if (root) {
    const folders = new Folders(files, root);
    const folder = folders.open(folderOf(path));
    if (typeof folder === 'string') return not(folder);
    projectWords = folder.projectWords;
    const kind = folders.kindIn(folder, name);
    if (kind === undefined) return not('not there');
    if (kind === 'folder' || kind === 'other')
      return not(`a ${kind === 'folder' ? 'folder' : 'device, socket or pipe'}`);
    const why = whyFileLeftOut(folder, name);
    if (why !== undefined) return not(why);
    if (kind === 'link') return ofLink(files, path, name, include);
  } else {
    const kind = files.kindOf(path);
    if (kind !== 'file') return not(kind ? 'a folder' : 'not there');
  }
  // A file that the user named is not excluded because of its name.
  const choice = root ? selectByName(name, include) : 'scan';
  const content = readNamed(files, path, limit, projectWords);
  if (typeof content === 'string') {
    const archive = archiveName(content);
    if (archive !== undefined && formatOf(content as Archive)) {
      const how = root
        ? 'which the command line looks into when it is named, or with `--archives`'
        : 'whose files are checked';
      return { checked: !root, why: `${archive}, ${how}` };
    }
    if (content === 'without-words') return choice === 'skip' ? not(byExtension(name)) : withoutMention;
    return not(whyUnread(content));
  }
  const document = createDocument({ uri: path, path, text: content.text });
  const { kind } = document;
  if (kind && choice !== 'skip' && isIncluded(kind, include)) {
    const inPart = whyReadInPart(document);
    const parts = [
      kind.why,
      ...(options.yocto === undefined ? [] : [options.yocto]),
      ...(inPart === undefined ? [] : [`but read in part, because it is ${inPart}`]),
    ];
    return { checked: true, why: parts.join(', ') };
  }
  const mention = mentionIn(content.text, projectWords);
  if (!root && mention === undefined) return withoutMention;
  return not(`${whyOther(name, choice, kind)}${mention === undefined ? '' : `; it names \`${mention}\``}`);
}

/** The file was read: a check counts it among those without findings. */
const withoutMention: Why = { checked: true, why: "it names nothing of Mender's" };

/** The same for a folder: whether a scan walks through it. */
export function whyWalked(files: FileSystem, root: Root | undefined, path: string): Why {
  if (!root) return { checked: false, why: 'not in the current folder; named itself it would be' };
  const place = new Folders(files, root).place(path);
  const why = path === root.path ? whyRootLeftOut(root) : typeof place === 'string' ? place : undefined;
  return why === undefined ? { checked: true, why: 'a folder that nothing leaves out' } : { checked: false, why };
}

function ofLink(files: FileSystem, path: string, name: string, include: WhyOptions['include']): Why {
  const real = files.away ? undefined : files.realPath(path);
  const nowhere = files.away
    ? 'a symlink, of which is not known here where it leads to'
    : 'a symlink that leads nowhere';
  const why = real === undefined ? nowhere : `a symlink to ${real}`;
  return { checked: selectByName(name, include) !== 'skip' && linkOfMender(files, path) !== undefined, why };
}

function whyOther(name: string, choice: NameSelection, kind: Classification | undefined): string {
  if (kind?.optIn) return `${kind.why}, which is checked only when \`${kind.optIn}\` is included`;
  return choice === 'skip'
    ? byExtension(name)
    : `neither a shell script, a unit file nor a ${clientConfiguration.installed}, by its name and first line`;
}

function byExtension(name: string): string {
  return selectByName(name, optIns) === 'skip'
    ? 'by its extension of a kind that Mender Lint does not read'
    : 'by its extension of a kind that is checked only when the option `include` names it';
}

function whyUnread(unread: Exclude<Unread, 'without-words'>): string {
  const archive = archiveName(unread);
  return archive === undefined ? reasons[unread as keyof typeof reasons] : `${archive}, which is not looked into`;
}

const reasons: Readonly<Record<Exclude<Unread, Archive | 'without-words'>, string>> = {
  unreadable: 'not readable',
  'too-large': 'larger than the limit `fileSize`',
  binary: "binary, or in UTF-16, and names something of Mender's",
};
