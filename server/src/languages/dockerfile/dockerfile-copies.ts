/** Files that `COPY` and `ADD` of a Dockerfile put into the image, and where. */

import type { Fragment, Range } from '../../text/fragment.ts';
import { literal, makeWord, textWithPlaceholders, type Word } from '../../text/word.ts';
import type { EmbeddedPath } from '../embedded.ts';
import { nameInAddress, nameInFolder } from '../name-in-folder.ts';
import { stringArrayCommand } from './string-array.ts';

/** `source` holds the operands; `lasts` is the rest of the same stage. */
export function dockerfileCopy(source: Fragment, instruction: string, lasts: Range): EmbeddedPath[] {
  const words = source.text.startsWith('[') ? (stringArrayCommand(source)?.words ?? []) : wordsOf(source);
  const place = words.at(-1);
  if (!place || words.length < 2) return [];
  const folder = textWithPlaceholders(place);
  const isFolder = folder.endsWith('/') || words.length > 2;
  const names = words.slice(0, -1).map(word => nameOf(textWithPlaceholders(word), instruction, isFolder, folder));
  return [{ kind: 'path', path: place, created: true, program: instruction.toUpperCase(), files: names, lasts }];
}

/**
 * Dockerfile reference, "COPY" and "ADD": the contents of a folder are copied, archives are unpacked, and a destination
 * without a slash at its end is the file itself, unless a folder is copied.
 */
function nameOf(source: string, instruction: string, isFolder: boolean, folder: string): string {
  if (/^(?:https?|ftp):/.test(source)) return nameInAddress(source);
  if (/^add$/i.test(instruction) && /\.(?:tar(?:\.\w+)?|t[gxb]z2?)$/.test(source)) return '*';
  const name = nameInFolder(source);
  return isFolder && !folder.split('/').includes(name) ? name : '*';
}

function wordsOf(source: Fragment): readonly Word[] {
  return [...source.text.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const pieces = [...text.matchAll(/\$\{[^{}]*\}|\$\w+|[^$]+|\$/g)].map(({ 0: part, index: at }) => {
      const start = index + at;
      return part.startsWith('$')
        ? ({ kind: 'other', start, end: start + part.length, quote: 'double' } as const)
        : literal(start, part, 'double');
    });
    return makeWord(source, { start: index, end: index + text.length }, pieces);
  });
}
