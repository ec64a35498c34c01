/** Reads a file and checks it. */
import { createDocument, type Document } from '../document/document.ts';
import { type CheckOptions, check } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import type { FileContent, FileSystem } from './file-system.ts';

export interface CheckedFile {
  readonly path: string;
  readonly document: Document;
  readonly content: FileContent;
  readonly findings: readonly Finding[];
}

/** Larger files are data, not scripts. UTF-16 units. */
export const LARGEST_FILE = 1_000_000;

/** Undefined for a file that is of no known language, too large, binary or unreadable. */
export async function checkFile(
  files: FileSystem,
  path: string,
  options: CheckOptions,
): Promise<CheckedFile | undefined> {
  const content = await files.read(path);
  if (!content || content.text.length > LARGEST_FILE || content.text.includes('\0')) return undefined;
  const document = createDocument({ uri: path, path, text: content.text });
  return document.kind && { path, document, content, findings: check(document, options) };
}
