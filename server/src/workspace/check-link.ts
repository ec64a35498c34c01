/** Reads symlinks that concern Mender, and checks them. */

import type { CheckOptions } from '../findings/check.ts';
import { checkLinkText } from '../findings/link.ts';
import { createDocument } from '../languages/document.ts';
import { mayConcernMender } from '../languages/keywords.ts';
import type { CheckedFile, OptionsOf } from './check-file.ts';
import type { FileSystem } from './file-system.ts';
import { nameOf } from './paths.ts';

/** The checked text is the target of the link, which is what git shows of it. Undefined where nothing is found. */
export function checkLink(files: FileSystem, path: string, checkOptions: OptionsOf): CheckedFile | undefined {
  const text = linkOfMender(files, path);
  return text === undefined ? undefined : checkLinkOf(path, text, checkOptions(path));
}

/** The same for a link that is not on the disk. */
export function checkLinkOf(path: string, text: string, options: CheckOptions): CheckedFile | undefined {
  if (!isOfMender(path, text)) return undefined;
  const findings = checkLinkText(path, text, options);
  if (findings.length === 0) return undefined;
  const document = createDocument({ uri: path, path, text });
  return { path, document, content: { text, encoding: 'utf-8' }, options, findings, isLink: true };
}

/** The target of a link that has, or names, something of Mender's. */
export function linkOfMender(files: FileSystem, path: string): string | undefined {
  const text = files.linkTarget(path);
  return text !== undefined && isOfMender(path, text) ? text : undefined;
}

function isOfMender(path: string, text: string): boolean {
  return [nameOf(path), text].some(each => mayConcernMender(each, ''));
}
