/**
 * Where in a JSON text something is being typed: the path of the member, and the range it replaces. Reads broken texts,
 * too.
 */
import type { Range } from '../../text/fragment.ts';
import { getLocation } from './json-parser.ts';

export interface JsonPlace {
  /** Names of the objects around, from the root, and at a value its own name, too. List items have none. */
  readonly path: readonly string[];
  readonly isKey: boolean;
  /** The text there, or an empty range. */
  readonly range: Range;
}

/** Undefined after something complete: a comma or a colon must come first. */
export function jsonPlace(text: string, offset: number): JsonPlace | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const names = path.filter(segment => typeof segment === 'string');
  const end = previousNode ? previousNode.offset + previousNode.length : 0;
  if (previousNode && end < offset) return undefined;
  return {
    path: isAtPropertyKey ? names.slice(0, -1) : names,
    isKey: isAtPropertyKey,
    range: previousNode ? { start: previousNode.offset, end } : bareWord(text, offset),
  };
}

/** A key that is typed without quotes. */
function bareWord(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && /[\w.-]/.test(text[start - 1]!)) start--;
  return { start, end: offset + /^[\w.-]*/.exec(text.slice(offset))![0].length };
}
