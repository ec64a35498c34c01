/** Reads a file and checks it, or says why not. */

import { type CheckOptions, check } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { mentionIn } from '../findings/mention.ts';
import { isIncluded } from '../languages/classify.ts';
import { createDocument, type Document } from '../languages/document.ts';
import type { OptIn } from '../languages/embedding-languages.ts';
import type { Limits } from '../options/limits.ts';
import { checkpointOf, TooSlow } from './check-time.ts';
import { type FileContent, type FileSystem, joined, type Unread } from './file-system.ts';
import { readNamed } from './read-named.ts';
import { readOptionsFor } from './read-options.ts';
import { type FolderRules, whyFileLeftOut } from './tree.ts';

export interface CheckedFile {
  readonly path: string;
  readonly document: Document;
  readonly content: FileContent;
  readonly options: CheckOptions;
  readonly findings: readonly Finding[];
  /** The text is what a symbolic link holds. */
  readonly isLink?: true;
}

/**
 * `broken`: the check itself threw. `too-slow`: it took longer than it may. `known`: it need not be checked again. `not-included`: it names something of
 * Mender's, but nobody has asked for its kind. `not-read`: it does so, is of no kind that is ever read, and was named.
 */
export type NotChecked =
  | Unread
  | 'left-out'
  | 'other-language'
  | 'broken'
  | 'too-slow'
  | 'known'
  | `not-included: ${OptIn}`
  | 'not-read';

/**
 * What a file is checked with, by its path; asked for those only that have been named, or that are checked. `from`:
 * what decides about it is in this folder or above.
 */
export type OptionsOf = (path: string, from?: string) => CheckOptions;

export interface Checking {
  readonly checkOptions: OptionsOf;
  readonly limits?: Pick<Limits, 'checkTime'> | undefined;
  /** Whether the findings of the text at a path with these options are already known, and noted as still current. */
  readonly isKnown?: (path: string, text: string, options: CheckOptions) => boolean;
  /** Receives what the check of a file threw: an error inside Mender Lint. */
  readonly onBroken?: ((path: string, error: unknown) => void) | undefined;
}

/** A file that a scan has come to. Nearly all are left out by their bytes, before anything else is asked. */
export function checkCandidate(
  files: FileSystem,
  folder: FolderRules,
  name: string,
  limit: number,
  checking: Checking,
): CheckedFile | NotChecked {
  const path = joined(folder.path, name);
  const content = files.read(path, readOptionsFor(path, limit, folder.projectWords));
  if (typeof content === 'string') return content;
  if (whyFileLeftOut(folder, name) !== undefined) return 'left-out';
  return checkContent(path, content, checking, folder.optionsFolder);
}

/** A file that somebody has named. */
export function checkFile(
  files: FileSystem,
  path: string,
  limit: number,
  checking: Checking,
): CheckedFile | NotChecked {
  const { custom } = checking.checkOptions(path);
  const content = readNamed(files, path, limit, custom?.words);
  if (typeof content === 'string') return content;
  const checked = checkContent(path, content, checking);
  if (checked !== 'other-language') return checked;
  return mentionIn(content.text, custom?.words) === undefined ? 'without-words' : 'not-read';
}

/** One file must not keep the others from being checked, whatever is in it. */
export function checkContent(
  path: string,
  content: FileContent,
  { checkOptions, limits, isKnown, onBroken }: Checking,
  from?: string,
): CheckedFile | NotChecked {
  try {
    const document = createDocument({ uri: path, path, text: content.text });
    if (!document.kind) return 'other-language';
    const options = checkOptions(path, from);
    const { optIn } = document.kind;
    if (optIn && !isIncluded(document.kind, options.include))
      return mentionIn(content.text, options.custom?.words) === undefined ? 'other-language' : `not-included: ${optIn}`;
    if (isKnown?.(path, content.text, options)) return 'known';
    return { path, document, content, options, findings: check(document, options, checkpointOf(limits?.checkTime)) };
  } catch (error) {
    if (error instanceof TooSlow) return 'too-slow';
    onBroken?.(path, error);
    return 'broken';
  }
}
