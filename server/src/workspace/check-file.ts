/** Reads a file and checks it, or says why not. */

import { type CheckOptions, check } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { mentionIn } from '../findings/mention.ts';
import { throwingRule } from '../findings/throwing-rule.ts';
import { isIncluded } from '../languages/classify.ts';
import { createDocument, type Document } from '../languages/document.ts';
import type { OptIn } from '../languages/opt-ins.ts';
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
  /** The text is the target of a symlink. */
  readonly isLink?: true;
}

/**
 * `broken`: the check itself threw. `too-slow`: it exceeded its time. `known`: it need not be checked again.
 * `not-included`: it names something of Mender's, but its kind is not included. `not-read`: the same, but it is of no
 * kind that is ever read, and was named.
 */
export type NotChecked =
  | Unread
  | 'left-out'
  | 'other-language'
  | Broken
  | 'too-slow'
  | 'known'
  | `not-included: ${OptIn}`
  | 'not-read';

/** With the rule in which it threw, if known. */
export type Broken = 'broken' | `broken: ${string}`;

/**
 * The options for a file, by its path; requested only for files that were named, or are checked. `from`: the files that
 * decide about it are in this folder or above.
 */
export type OptionsOf = (path: string, from?: string) => CheckOptions;

/** `rule`: the one in which it threw. */
export type OnBroken = (path: string, error: unknown, rule: string | undefined) => void;

export interface Checking {
  readonly checkOptions: OptionsOf;
  readonly limits?: Pick<Limits, 'checkTime'> | undefined;
  /**
   * Whether the findings of the text at a path with these options are already known; if so, they are noted as current.
   */
  readonly isKnown?: (path: string, text: string, options: CheckOptions) => boolean;
  /** Receives what the check of a file threw: an error inside Mender Lint. */
  readonly onBroken?: OnBroken | undefined;
}

/** A file that a scan has reached. Nearly all are skipped by their bytes, before anything else is tested. */
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

/** A file that the user named. */
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

/** One file must not prevent others from being checked, whatever its content. */
export function checkContent(
  path: string,
  content: FileContent,
  { checkOptions, limits, isKnown, onBroken }: Checking,
  from?: string,
): CheckedFile | NotChecked {
  let asked: { readonly document: Document; readonly options: CheckOptions } | undefined;
  try {
    const document = createDocument({ uri: path, path, text: content.text });
    if (!document.kind) return 'other-language';
    const options = checkOptions(path, from);
    const { optIn } = document.kind;
    if (optIn && !isIncluded(document.kind, options.include))
      return mentionIn(content.text, options.custom?.words) === undefined ? 'other-language' : `not-included: ${optIn}`;
    if (isKnown?.(path, content.text, options)) return 'known';
    asked = { document, options };
    return { path, document, content, options, findings: check(document, options, checkpointOf(limits?.checkTime)) };
  } catch (error) {
    if (error instanceof TooSlow) return 'too-slow';
    return brokenBy(error, path, asked, onBroken);
  }
}

/** Milliseconds that the search for the rule may take. */
export const SEARCH_TIME = 2_000;

/** The result for a file whose check threw. */
export function brokenBy(
  error: unknown,
  path: string,
  asked: { readonly document: Document; readonly options: CheckOptions } | undefined,
  onBroken: OnBroken | undefined,
): Broken {
  const rule = asked && throwingRule(asked.document, asked.options, error, checkpointOf(SEARCH_TIME));
  onBroken?.(path, error, rule);
  return rule === undefined ? 'broken' : `broken: ${rule}`;
}
