/** Checks the contents of an archive: each file as if it were in a folder with the archive's name. */

import { mentionIn } from '../../findings/mention.ts';
import { checkPayloadType } from '../../findings/payload-type.ts';
import { createDocument } from '../../languages/document.ts';
import type { ArchiveLimits, Limits } from '../../options/limits.ts';
import { type CheckedFile, checkContent, type NotChecked, type OptionsOf } from '../check-file.ts';
import { checkLinkOf } from '../check-link.ts';
import type { FileContent, FileSystem } from '../file-system.ts';
import { folderOf } from '../paths.ts';
import { Budget } from './budget.ts';
import type { ArchiveDecoders } from './decoders.ts';
import { isLayout, layoutEntries } from './layout.ts';
import { INSIDE, type Member, type Said } from './members.ts';
import { readArchive, readFolder } from './read-archive.ts';

export interface ArchiveOptions {
  readonly limits: Limits & ArchiveLimits;
  readonly checkOptions: OptionsOf;
  /** Called with names in the archive, with slashes. */
  readonly isLeftOut: (name: string) => boolean;
}

export interface CheckedArchive {
  readonly members: readonly CheckedMember[];
  /** Number of files that were read and do not mention Mender. */
  readonly silent: number;
}

/** One of the two for each member; `name` is empty for the archive itself. */
export interface CheckedMember {
  readonly name: string;
  readonly result: CheckedFile | NotChecked | Said;
}

/** `path`: absolute, of a file, or of a folder that is an image. */
export async function checkArchive(
  files: FileSystem,
  decoders: ArchiveDecoders,
  path: string,
  { limits, checkOptions, isLeftOut }: ArchiveOptions,
): Promise<CheckedArchive> {
  const { include, custom } = checkOptions(path);
  const budget = new Budget(limits);
  const reading = { decoders, budget, include, projectWords: custom?.words, isLeftOut };
  const members = isLayout(files, path)
    ? await readFolder(layoutEntries(files, decoders, path), reading)
    : await readArchive(path, reading);
  const results = members.all.map(([name, member]) => ({
    name,
    result: checked(pathInside(path, name), member, checkOptions, folderOf(path)),
  }));
  return { members: results, silent: budget.silent };
}

/** A path with which only the name in the archive decides how a file is checked: an archive counts as a root. */
export function pathInside(archive: string, name: string): string {
  return `${archive}${INSIDE}/${name.replaceAll(INSIDE, `${INSIDE}/`)}`;
}

/** `from`: the files that decide about it are in this folder or above. */
function checked(path: string, member: Member, checkOptions: OptionsOf, from: string): CheckedMember['result'] {
  switch (member.kind) {
    case 'text':
      return checkedText(path, member.content, member.isNamed, checkOptions, from);
    case 'link':
      return checkLinkOf(path, member.target, checkOptions(path, from)) ?? 'without-words';
    case 'type-info':
      return checkedType(path, member.content, checkOptions, from);
    case 'too-large':
      return 'too-large';
    default:
      return member;
  }
}

function checkedText(
  path: string,
  content: FileContent,
  isNamed: boolean,
  checkOptions: OptionsOf,
  from: string,
): CheckedMember['result'] {
  const isBinary = content.text.includes('\0');
  const result = isBinary ? 'binary' : checkContent(path, content, { checkOptions }, from);
  if (!isNamed || typeof result !== 'string' || result.startsWith('broken')) return result;
  const mention = mentionIn(content.text.replaceAll('\0', ''), checkOptions(path, from).custom?.words);
  if (mention === undefined) return 'without-words';
  const what = isBinary ? 'binary, or in UTF-16,' : 'of a kind that is not read';
  return { kind: 'not-read', why: `${what} and names \`${mention}\`` };
}

function checkedType(path: string, content: FileContent, checkOptions: OptionsOf, from: string): CheckedFile {
  const options = checkOptions(path, from);
  const document = createDocument({ uri: path, path, text: content.text });
  return { path, document, content, options, findings: checkPayloadType(path, content.text, options) };
}
